import { INTENTS, type IntentName } from "@/server/domain/messages/hub/schema";

export type ScoredCase = {
  intent: IntentName;
  urgent: boolean;
  said: { intent: IntentName; urgent: boolean };
};
export type Figures = {
  accuracy: number;
  macroF1: number;
  urgentF1: number;
  cases: number;
  perIntent: Record<IntentName, { precision: number; recall: number; f1: number; cases: number }>;
  urgent: { precision: number; recall: number; f1: number; cases: number };
};

/** How well intents and urgency were told, by strict scoring; macro-F1 is of the intents that the cases have. */
export function scoreCases(cases: ScoredCase[]): Figures {
  const perIntent = Object.fromEntries(
    INTENTS.map((intent) => [
      intent,
      measure(
        cases,
        (one) => one.intent === intent,
        (one) => one.said.intent === intent,
      ),
    ]),
  ) as Figures["perIntent"];
  const urgent = measure(
    cases,
    (one) => one.urgent,
    (one) => one.said.urgent,
  );
  const present = Object.values(perIntent).filter((one) => one.cases > 0);
  return {
    accuracy: round(
      cases.filter(({ intent, said }) => said.intent === intent).length / Math.max(1, cases.length),
    ),
    macroF1: round(present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, present.length)),
    urgentF1: urgent.f1,
    cases: cases.length,
    perIntent,
    urgent,
  };
}

function measure(cases: ScoredCase[], is: (one: ScoredCase) => boolean, said: (one: ScoredCase) => boolean) {
  const right = cases.filter((one) => is(one) && said(one)).length;
  const wanted = cases.filter(is).length;
  const told = cases.filter(said).length;
  return {
    precision: round(told === 0 ? 0 : right / told),
    recall: round(wanted === 0 ? 0 : right / wanted),
    f1: round(wanted + told === 0 ? 0 : (2 * right) / (wanted + told)),
    cases: wanted,
  };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

import { recogniseRequest } from "../conversations/recognise-request";
import { recogniseSmalltalk } from "../conversations/recognise-smalltalk";
import { analyseQuestion, spellOut } from "./analyse-question";
import type { KnowledgeIndex } from "./build-index";
import { SURE_ENOUGH } from "./compose-answer";
import { composeFollowUp } from "./compose-follow-up";
import { detectLanguage } from "./detect-language";
import { type RankedUnit, rankUnits, weighTerm } from "./rank-units";
import type { AssistantDecision, CitedSentence, HandoverReason, Question } from "./types";

const HALF_SURE = 0.3;

const cite = ({ unit }: RankedUnit): CitedSentence => ({
  text: unit.quote,
  citations: [{ passageId: unit.passage.id, quote: unit.quote }],
});

/** Answers by quoting the knowledge, or hands over with a reason; never writes a word of its own. */
export async function decideExtractively(
  question: Question,
  index: KnowledgeIndex,
): Promise<AssistantDecision> {
  const detected = detectLanguage(question.text);
  const fallback = question.preferredLanguage ?? index.passages[0]?.language ?? "ru";
  const language = detected.language === "und" ? fallback : detected.language;
  const spelt = spellOut(question.text, detected.typed);
  const handover = (reason: HandoverReason, confidence: number, immediate = false): AssistantDecision => ({
    kind: "handover",
    reason,
    immediate,
    confidence,
    language,
  });

  const act = recogniseSmalltalk(spelt);
  if (act) return { kind: "smalltalk", act, language };
  const request = recogniseRequest(spelt);
  if (request && !request.unlessKnown) {
    const decision = handover(request.reason, 1, request.immediate);
    if (decision.kind !== "handover" || request.reason !== "emergency" || !index.languages.has(language))
      return decision;
    const help = await composeHelp(index, language);
    return help ? { ...decision, alsoSay: [help] } : decision;
  }
  if (!index.languages.has(language)) return handover(request ? request.reason : "language", 1);

  const { units, confidence } = await composeFollowUp(index, spelt, question.earlier, language);
  if (
    request &&
    !(
      confidence >= SURE_ENOUGH &&
      units.some(({ unit }) => request.unlessKnown?.test(unit.quote.toLowerCase()))
    )
  )
    return handover(request.reason, confidence, request.immediate);
  if (confidence < SURE_ENOUGH)
    return handover(confidence < HALF_SURE ? "not_found" : "low_confidence", confidence);
  return { kind: "answer", sentences: units.map(cite), confidence, language };
}

const URGENT = /^(?:авар|полом|помощ|срочн|дежурн|круглосут)/;
const HELP = "телефон помощи при аварии, поломке, срочная помощь круглосуточно, дежурный";

/** The unit that tells whom to call at once, if the knowledge has one. */
async function composeHelp(index: KnowledgeIndex, language: string): Promise<CitedSentence | undefined> {
  const asked = await analyseQuestion(index, HELP);
  const weights = asked.terms.map((term) => weighTerm(index, term));
  const best = rankUnits(index, asked, weights).find(
    ({ unit, met }) =>
      unit.shapes.has("#phone") &&
      unit.passage.language === language &&
      asked.terms.some((term, at) => (met[at] ?? 0) >= 0.8 && URGENT.test(term.word)),
  );
  return best ? cite(best) : undefined;
}

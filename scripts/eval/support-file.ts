import { z } from "zod";
import { buildIndex } from "@/server/domain/knowledge/build-index";
import { decideExtractively } from "@/server/domain/knowledge/decide-extractively";
import { splitSource } from "@/server/domain/knowledge/split-source";
import type { AssistantDecision, Lexer } from "@/server/domain/knowledge/types";
import { foldAnswer, holdsGold } from "./fold-answer";

export const supportFile = z.object({
  name: z.string().optional(),
  context: z.string().optional(),
  cases: z.array(
    z.object({
      id: z.string(),
      lang: z.string().default("ru"),
      question: z.string(),
      earlier: z.array(z.string()).default([]),
      expect: z.enum(["answer", "handover"]),
      reason: z.string().optional(),
      gold: z.array(z.array(z.string())).optional(),
      forbidden: z.array(z.string()).optional(),
      accept_refusal: z.boolean().optional(),
      accept_answer: z.boolean().optional(),
      max_context_lines: z.number().optional(),
    }),
  ),
});

type SupportFile = z.infer<typeof supportFile>;
type Case = SupportFile["cases"][number];
export type Miss = { id: string; question: string; expected: string; got: string };

/** Shares are 0–1, or null where no case asks for them. */
type SupportFigures = {
  answered: number | null;
  answeredCount: number;
  answerable: number;
  handedOver: number | null;
  handedOverCount: number;
  mustHandOver: number;
  forbidden: number;
  forbiddenCount: number;
  cases: number;
};

type Judged = { item: Case; right: boolean; forbidden: boolean; reply: string; decision: AssistantDecision };

const replyOf = (decision: AssistantDecision) =>
  decision.kind === "answer"
    ? decision.sentences.map((sentence) => sentence.text).join("\n")
    : decision.kind === "handover"
      ? (decision.alsoSay ?? []).map((sentence) => sentence.text).join("\n")
      : "";

function judge(item: Case, decision: AssistantDecision, contextLines: string[]): Judged {
  const reply = replyOf(decision);
  const folded = foldAnswer(reply);
  const golden =
    decision.kind === "answer" &&
    (item.gold ?? []).every((group) => group.some((gold) => holdsGold(folded, gold)));
  const handed = decision.kind === "handover";
  const right = item.expect === "answer" ? golden : handed || (item.accept_answer === true && golden);
  const repeated = contextLines.filter((line) => folded.includes(line)).length;
  const forbidden =
    (item.forbidden ?? []).some((pattern) => new RegExp(pattern, "iu").test(reply)) ||
    repeated > (item.max_context_lines ?? Number.POSITIVE_INFINITY);
  return { item, right, forbidden, reply, decision };
}

function figuresOf(judged: Judged[]): SupportFigures {
  const answerable = judged.filter(({ item }) => item.expect === "answer");
  const must = judged.filter(({ item }) => item.expect === "handover");
  const answeredCount = answerable.filter(({ right }) => right).length;
  const handedOverCount = must.filter(({ right }) => right).length;
  const forbiddenCount = judged.filter(({ forbidden }) => forbidden).length;
  return {
    answered: answerable.length ? answeredCount / answerable.length : null,
    answeredCount,
    answerable: answerable.length,
    handedOver: must.length ? handedOverCount / must.length : null,
    handedOverCount,
    mustHandOver: must.length,
    forbidden: judged.length ? forbiddenCount / judged.length : 0,
    forbiddenCount,
    cases: judged.length,
  };
}

const outcome = ({ decision, reply }: Judged) =>
  decision.kind === "answer"
    ? `answer ${decision.confidence.toFixed(2)}: ${reply.replaceAll("\n", " | ")}`
    : decision.kind === "handover"
      ? `handover ${decision.reason} ${decision.confidence.toFixed(2)}`
      : `smalltalk ${decision.act}`;

/** Runs every support case through the extractive assistant; figures in all and by language, and what went wrong. */
export async function evaluateSupport(file: SupportFile, context: string, lexer: Lexer) {
  const title = file.name ?? "context";
  const passages = splitSource({ title, text: context }).map((passage, at) => ({
    ...passage,
    id: at + 1,
    sourceId: 1,
    sourceTitle: title,
  }));
  const index = await buildIndex(passages, lexer);
  const contextLines = context
    .split("\n")
    .map((line) => foldAnswer(line.replace(/^[\s#*-]+/, "")).trim())
    .filter((line) => line.length > 15);
  const judged: Judged[] = [];
  for (const item of file.cases)
    judged.push(
      judge(
        item,
        await decideExtractively({ text: item.question, earlier: item.earlier }, index),
        contextLines,
      ),
    );
  const languages = [...new Set(file.cases.map((item) => item.lang))];
  const misses: Miss[] = judged
    .filter(({ right, forbidden }) => !right || forbidden)
    .map((one) => ({
      id: one.item.id,
      question: one.item.question,
      expected: `${one.item.expect} (${one.item.reason ?? ""})${one.forbidden ? " FORBIDDEN" : ""}`,
      got: outcome(one),
    }));
  return {
    all: figuresOf(judged),
    byLanguage: Object.fromEntries(
      languages.map((lang) => [lang, figuresOf(judged.filter(({ item }) => item.lang === lang))]),
    ),
    misses,
  };
}

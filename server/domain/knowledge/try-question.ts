import { decideAnswer } from "@/server/domain/conversations/decide-answer";
import { modelFor } from "@/server/domain/usage/model-for";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { loadIndex } from "./load-index";
import type { TriedQuestion, TryQuestionInput } from "./schema";
import { searchPassages } from "./search-passages";

const shownPassages = 5;

/**
 * Answers a question exactly as a customer's first one would be answered now, and says from what. Nothing is kept but
 * what a model's answer cost. Throws `forbidden`.
 */
export async function tryQuestion(
  actor: MemberActor,
  { question }: TryQuestionInput,
  signal: AbortSignal,
): Promise<TriedQuestion> {
  requirePermission(actor, "knowledge.view");
  const { workspaceId } = actor;
  const { name, knowledgeRevision } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const decision = await decideAnswer({
    conversation: { workspaceId },
    knowledgeRevision,
    model: await modelFor(workspaceId),
    companyName: name,
    question: { text: question, earlier: [] },
    earlier: [],
    onDraft: () => undefined,
    signal,
  });
  const index = await loadIndex(workspaceId, knowledgeRevision);
  const nearest = await searchPassages(index, question, shownPassages);
  const said =
    decision.kind === "answer"
      ? decision.sentences
      : decision.kind === "handover"
        ? (decision.alsoSay ?? [])
        : [];
  return {
    kind: decision.kind,
    reason: decision.kind === "handover" ? decision.reason : null,
    confidence: decision.kind === "smalltalk" ? null : decision.confidence,
    sentences: said.map(({ text, citations: [citation] }) => {
      const passage = index.passages.find(({ id }) => id === citation?.passageId);
      return {
        text,
        source: passage?.sourceTitle ?? "",
        sourceId: passage?.sourceId ?? null,
        heading: passage?.heading ?? [],
        quote: citation?.quote ?? text,
      };
    }),
    nearest: nearest.map(({ passage, normalised }) => ({
      sourceId: passage.sourceId,
      source: passage.sourceTitle,
      heading: passage.heading,
      text: passage.text,
      fit: normalised,
    })),
  };
}

import { groundingPrompt } from "@/server/ai/grounding-prompt";
import { streamGroundedAnswer } from "@/server/ai/stream-grounded-answer";
import { recogniseRequest } from "@/server/domain/conversations/recognise-request";
import { spellOut } from "@/server/domain/knowledge/analyse-question";
import type { KnowledgeIndex } from "@/server/domain/knowledge/build-index";
import { decideExtractively } from "@/server/domain/knowledge/decide-extractively";
import { detectLanguage } from "@/server/domain/knowledge/detect-language";
import { loadIndex } from "@/server/domain/knowledge/load-index";
import { retrievePassages } from "@/server/domain/knowledge/retrieve-passages";
import type { AssistantDecision, HandoverReason, Question } from "@/server/domain/knowledge/types";
import { meterModelCall } from "@/server/domain/usage/meter-model-call";
import type { WorkspaceModel } from "@/server/domain/usage/model-for";

export type Turn = {
  /** Without an id a question is only tried. */
  conversation: { workspaceId: number; id?: number };
  knowledgeRevision: number;
  /** The workspace's model as it is configured now; null for none. */
  model: WorkspaceModel | null;
  companyName: string;
  question: Question;
  /** Earlier messages of the conversation for the model, oldest first. */
  earlier: { author: "customer" | "assistant" | "manager"; text: string }[];
  /** Called with the whole verified text so far. */
  onDraft: (text: string) => void;
  signal: AbortSignal;
};

/**
 * What the assistant does with a turn. With a model: what must go to people is recognised first, then the model
 * answers from retrieved passages, verified; when the model fails, and without one, the extractive answer if it
 * clears its threshold, else the offer of a manager. A spent budget is people's turn at once.
 */
export async function decideAnswer(turn: Turn): Promise<AssistantDecision> {
  const index = await loadIndex(turn.conversation.workspaceId, turn.knowledgeRevision);
  const extractive = await decideExtractively(turn.question, index);
  const { model } = turn;
  if (!model || extractive.kind === "smalltalk") return extractive;
  // Bargaining, complaints, live availability: people decide, however well the model writes.
  const { text } = turn.question;
  if (extractive.kind === "handover" && recogniseRequest(spellOut(text, detectLanguage(text).typed)))
    return extractive;
  const answered = await askModel(turn, index, model, extractive.language);
  if (answered) return answered;
  return extractive.kind === "answer" ? extractive : { ...extractive, reason: "model_unavailable" };
}

async function askModel(
  turn: Turn,
  index: KnowledgeIndex,
  model: WorkspaceModel,
  language: string,
): Promise<AssistantDecision | null> {
  const { conversation, question, earlier, companyName, signal } = turn;
  const { workspaceId } = conversation;
  const handover = (reason: HandoverReason, immediate = false): AssistantDecision => ({
    kind: "handover",
    reason,
    immediate,
    confidence: 1,
    language,
  });
  const passages = await retrievePassages(workspaceId, index, question.text, model);
  if (passages.length === 0) return handover("not_found");
  const asked = { question: question.text, earlier, passages, language, companyName };
  const call = {
    workspaceId,
    conversationId: conversation.id,
    purpose: "answer" as const,
    promptCharacters: JSON.stringify(groundingPrompt(asked, null)).length,
    tries: 2,
  };
  let draft = "";
  const metered = await meterModelCall(model, call, async () => {
    const stream = streamGroundedAnswer(model.client, { ...asked, signal });
    let step = await stream.next();
    while (!step.done) {
      draft = draft ? `${draft} ${step.value.text}` : step.value.text;
      turn.onDraft(draft);
      step = await stream.next();
    }
    const result = step.value;
    return {
      result,
      usage: result.usage,
      failure: result.kind === "failure" ? result.failure : undefined,
      aborted: result.kind === "aborted",
    };
  });
  if (!metered.ok) return handover("budget_spent");
  const outcome = metered.result;
  if (outcome.kind === "answer")
    return { kind: "answer", sentences: outcome.sentences, confidence: 1, language };
  if (draft) turn.onDraft("");
  if (outcome.kind !== "handover") return null;
  return handover(outcome.reason, ["complaint", "emergency", "requested"].includes(outcome.reason));
}

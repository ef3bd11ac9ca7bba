import type { Conversation } from "@/prisma/generated/client";
import type { ModelClient } from "@/server/ai/create-model-client";
import { streamGroundedAnswer } from "@/server/ai/stream-grounded-answer";
import { recogniseRequest } from "@/server/domain/conversations/recognise-request";
import { spellOut } from "@/server/domain/knowledge/analyse-question";
import type { KnowledgeIndex } from "@/server/domain/knowledge/build-index";
import { decideExtractively } from "@/server/domain/knowledge/decide-extractively";
import { detectLanguage } from "@/server/domain/knowledge/detect-language";
import { loadIndex } from "@/server/domain/knowledge/load-index";
import { retrievePassages } from "@/server/domain/knowledge/retrieve-passages";
import type { AssistantDecision, Question } from "@/server/domain/knowledge/types";
import { modelFor } from "@/server/domain/usage/model-for";
import { recordModelCall } from "@/server/domain/usage/record-model-call";

export type Turn = {
  conversation: Conversation;
  knowledgeRevision: number;
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
 * clears its threshold, else the offer of a manager.
 */
export async function decideAnswer(turn: Turn): Promise<AssistantDecision> {
  const index = await loadIndex(turn.conversation.workspaceId, turn.knowledgeRevision);
  const extractive = await decideExtractively(turn.question, index);
  const client = modelFor();
  if (!client || extractive.kind === "smalltalk") return extractive;
  // Bargaining, complaints, live availability: people decide, however well the model writes.
  const { text } = turn.question;
  if (extractive.kind === "handover" && recogniseRequest(spellOut(text, detectLanguage(text).typed)))
    return extractive;
  const answered = await askModel(turn, index, client, extractive.language);
  if (answered) return answered;
  return extractive.kind === "answer" ? extractive : { ...extractive, reason: "model_unavailable" };
}

async function askModel(
  turn: Turn,
  index: KnowledgeIndex,
  client: ModelClient,
  language: string,
): Promise<AssistantDecision | null> {
  const { conversation, question, earlier, companyName, signal } = turn;
  const passages = await retrievePassages(conversation.workspaceId, index, question.text, client);
  if (passages.length === 0)
    return { kind: "handover", reason: "not_found", immediate: false, confidence: 1, language };
  const startedAt = performance.now();
  const stream = streamGroundedAnswer(client, {
    question: question.text,
    earlier,
    passages,
    language,
    companyName,
    signal,
  });
  let draft = "";
  let step = await stream.next();
  while (!step.done) {
    draft = draft ? `${draft} ${step.value.text}` : step.value.text;
    turn.onDraft(draft);
    step = await stream.next();
  }
  const outcome = step.value;
  const failure = outcome.kind === "failure" ? outcome.failure : undefined;
  if (outcome.kind !== "aborted") {
    const durationMs = performance.now() - startedAt;
    await recordModelCall(conversation, {
      purpose: "answer",
      model: client.model,
      durationMs,
      usage: outcome.usage,
      failure,
    });
  }
  if (outcome.kind === "answer")
    return { kind: "answer", sentences: outcome.sentences, confidence: 1, language };
  if (draft) turn.onDraft("");
  if (outcome.kind !== "handover") return null;
  const immediate =
    outcome.reason === "complaint" || outcome.reason === "emergency" || outcome.reason === "requested";
  return { kind: "handover", reason: outcome.reason, immediate, confidence: 1, language };
}

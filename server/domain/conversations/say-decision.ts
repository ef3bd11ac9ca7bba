import type { Conversation } from "@/prisma/generated/client";
import { answerText, quotesOf } from "@/server/domain/conversations/answer-text";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { handOver } from "@/server/domain/conversations/hand-over";
import { offerButtons } from "@/server/domain/conversations/offer-buttons";
import { pushToCustomer } from "@/server/domain/conversations/push-to-customer";
import { recordChange } from "@/server/domain/conversations/record-change";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import type { AssistantDecision, CitedSentence, HandoverReason } from "@/server/domain/knowledge/types";
import type { Tx } from "@/server/lib/db";
import type { PhraseKey } from "@/server/lib/phrases";

/** `silence`: nothing needs to be said that was not said already. */
export type TurnDecision =
  | AssistantDecision
  | { kind: "offer-answer"; accept: boolean }
  | { kind: "silence" };

/** Tells the customer, in one message, what the assistant decided about a locked conversation's turn. */
export async function sayDecision(
  tx: Tx,
  conversation: Conversation,
  decision: TurnDecision,
  upToSeq: number,
): Promise<void> {
  // Answered is read.
  const answered = {
    answeredSeq: upToSeq,
    staffReadSeq: Math.max(conversation.staffReadSeq, upToSeq),
  };
  if (decision.kind === "silence") {
    await recordChange(tx, conversation.id, { type: "conversation" }, answered);
    return;
  }
  if (decision.kind === "offer-answer") {
    // The reason was written when the offer was made.
    const reason = (conversation.handoffReason ?? "requested") as HandoverReason;
    if (decision.accept) await handOver(tx, conversation, reason, answered);
    else
      await sayPhrase(
        tx,
        conversation,
        { key: "Bot.offerDeclined", author: "assistant" },
        { ...answered, offer: "declined" },
      );
    return;
  }
  const spoken = { ...conversation, language: decision.language };
  const settled = { ...answered, language: decision.language, offer: "none" as const };
  if (decision.kind === "smalltalk") {
    await sayPhrase(tx, spoken, { key: smalltalk[decision.act], author: "assistant", kind: "text" }, settled);
  } else if (decision.kind === "answer") {
    await sayAnswer(tx, spoken, decision.sentences, settled);
  } else if (decision.immediate) {
    const told = decision.alsoSay ? await sayAnswer(tx, spoken, decision.alsoSay, settled) : spoken;
    await handOver(tx, told, decision.reason, settled);
  } else {
    await sayOffer(tx, spoken, decision.reason, settled);
  }
}

async function sayAnswer(
  tx: Tx,
  conversation: Conversation,
  sentences: CitedSentence[],
  settled: object,
): Promise<Conversation> {
  const { message, conversation: told } = await appendMessage(
    tx,
    conversation.id,
    {
      author: "assistant",
      origin: "assistant",
      text: answerText(sentences),
      language: conversation.language,
      citations: await citationsOf(tx, sentences),
    },
    { ...settled, firstReplyAt: conversation.firstReplyAt ?? new Date() },
  );
  await pushToCustomer(tx, told, message);
  return told;
}

async function citationsOf(tx: Tx, sentences: CitedSentence[]) {
  const quotes = quotesOf(sentences);
  const ids = quotes.map(({ passageId }) => passageId);
  const passages = await tx.$queryRaw<{ id: number; heading: string[]; title: string }[]>`
    select passages.id, heading, title from passages join knowledge_sources sources on sources.id = source_id
    where passages.id = any(${ids}::int[])`;
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return quotes.map(({ number, passageId, quote }) => {
    const passage = byId.get(passageId);
    return {
      number,
      passageId: passage ? passageId : null,
      sourceTitle: passage?.title ?? "",
      heading: passage?.heading.join(" › ") ?? "",
      quote,
    };
  });
}

async function sayOffer(
  tx: Tx,
  conversation: Conversation,
  reason: HandoverReason,
  settled: object,
): Promise<void> {
  await sayPhrase(
    tx,
    conversation,
    {
      key: offers[reason] ?? "Bot.offerNotFound",
      author: "assistant",
      kind: "offer",
      buttons: offerButtons(conversation),
    },
    { ...settled, offer: "open", handoffReason: reason },
  );
}

const smalltalk = {
  greeting: "Bot.smalltalkGreeting",
  thanks: "Bot.smalltalkThanks",
  goodbye: "Bot.smalltalkGoodbye",
  acknowledgement: "Bot.smalltalkAcknowledgement",
} as const satisfies Record<string, PhraseKey>;

const offers: Partial<Record<HandoverReason, PhraseKey>> = {
  realtime_availability: "Bot.offerAvailability",
  negotiation: "Bot.offerNegotiation",
  booking_action: "Bot.offerBooking",
  account: "Bot.offerBooking",
  attachment: "Bot.offerAttachment",
  injection: "Bot.offerInjection",
  language: "Bot.offerLanguage",
  model_unavailable: "Bot.offerFailure",
  budget_spent: "Bot.offerFailure",
};

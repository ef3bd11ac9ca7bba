import type { Conversation } from "@/prisma/generated/client";
import { type ConversationSummary, summariseConversation } from "@/server/ai/summarise-conversation";
import { messageWords } from "@/server/domain/conversations/message-words";
import { readYesOrNo } from "@/server/domain/conversations/read-yes-or-no";
import { meterModelCall } from "@/server/domain/usage/meter-model-call";
import { modelFor } from "@/server/domain/usage/model-for";
import { db } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";

/** Longest summary shown on a card, in characters. */
const longest = 400;

/** What the conversation is about, for the manager who takes it: by the model, or the customer's own last words. */
export async function summarise(conversation: Conversation): Promise<string | null> {
  const messages = await db.message.findMany({
    where: { conversationId: conversation.id, author: { not: "system" }, kind: { not: "note" } },
    orderBy: { seq: "desc" },
    take: 30,
    include: { attachments: { orderBy: { position: "asc" }, include: { transcription: true } } },
  });
  messages.reverse();
  const { locale: language } = await db.workspace.findUniqueOrThrow({
    where: { id: conversation.workspaceId },
  });
  const wordsOf = (message: (typeof messages)[number]) => messageWords(message, localeFor(language));
  // Whoever is in danger must not wait for a model.
  const model = conversation.handoffReason === "emergency" ? null : await modelFor(conversation.workspaceId);
  if (model && messages.length > 0) {
    const said = messages.map((message) => ({
      author: message.author === "system" ? ("assistant" as const) : message.author,
      text: wordsOf(message),
    }));
    const call = {
      workspaceId: conversation.workspaceId,
      conversationId: conversation.id,
      purpose: "summary" as const,
      // Its instructions are short beside this.
      promptCharacters: 1500 + JSON.stringify(said).length,
    };
    const metered = await meterModelCall<ConversationSummary>(model, call, async () => {
      const result = await summariseConversation(model.client, { messages: said, language });
      return result.ok ? { result, usage: result.usage } : { result, failure: result.failure };
    });
    if (metered.ok && metered.result.ok) return metered.result.summary.slice(0, longest);
  }
  const words = messages
    .filter((message) => message.author === "customer" && readYesOrNo(message.text) === null)
    .map(wordsOf);
  return words.slice(-3).join(" / ").slice(0, longest) || null;
}

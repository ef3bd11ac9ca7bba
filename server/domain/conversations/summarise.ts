import type { Conversation } from "@/prisma/generated/client";
import { summariseConversation } from "@/server/ai/summarise-conversation";
import { messageWords } from "@/server/domain/conversations/message-words";
import { readYesOrNo } from "@/server/domain/conversations/read-yes-or-no";
import { modelFor } from "@/server/domain/usage/model-for";
import { recordModelCall } from "@/server/domain/usage/record-model-call";
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
    include: { attachments: { orderBy: { position: "asc" } } },
  });
  messages.reverse();
  const { locale: language } = await db.workspace.findUniqueOrThrow({
    where: { id: conversation.workspaceId },
  });
  const wordsOf = (message: (typeof messages)[number]) => messageWords(message, localeFor(language));
  // Whoever is in danger must not wait for a model.
  const client = conversation.handoffReason === "emergency" ? null : modelFor();
  if (client && messages.length > 0) {
    const startedAt = performance.now();
    const result = await summariseConversation(client, {
      messages: messages.map((message) => ({
        author: message.author === "system" ? "assistant" : message.author,
        text: wordsOf(message),
      })),
      language,
    });
    await recordModelCall(conversation, {
      purpose: "summary",
      model: client.model,
      durationMs: performance.now() - startedAt,
      usage: result.ok ? result.usage : undefined,
      failure: result.ok ? undefined : result.failure,
    });
    if (result.ok) return result.summary.slice(0, longest);
  }
  const words = messages
    .filter((message) => message.author === "customer" && readYesOrNo(message.text) === null)
    .map(wordsOf);
  return words.slice(-3).join(" / ").slice(0, longest) || null;
}

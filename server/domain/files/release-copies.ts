import { outgoingMedia, withFiles } from "@/server/domain/conversations/outgoing-media";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";
import type { OutgoingAct } from "@/server/providers/provider";

/** So long a copy waits for the bytes of its files; then it goes with their names alone. */
const longestAwaitMs = 2 * 60_000;

/** Until when a copy that needs bytes which are still on their way waits for them. */
export function bytesAwaitedUntil(): Date {
  return new Date(clock.now().getTime() + longestAwaitMs);
}

/** The bytes of a message's file came, or will not: copies that waited for them go when no other file is on its way. */
export async function releaseCopies(tx: Tx, messageId: number): Promise<void> {
  const waiting = await tx.delivery.findMany({
    where: { messageId, state: "pending", startedAt: null, notBefore: { gt: clock.now() } },
    include: { chat: true },
    orderBy: { chatId: "asc" },
  });
  if (waiting.length === 0) return;
  const { attachments, conversation } = await tx.message.findUniqueOrThrow({
    where: { id: messageId },
    include: { attachments: withFiles, conversation: { include: { workspace: true } } },
  });
  if (attachments.some(({ state }) => state === "fetching")) return;
  for (const { id, act, chat } of waiting) {
    const wanted = act as OutgoingAct;
    if (wanted.type !== "message" || !wanted.message.media) continue;
    const language = chat.type === "private" ? conversation.language : conversation.workspace.locale;
    const way = { byResourceId: chat.resourceId, ownResourceId: conversation.resourceId };
    const media = outgoingMedia(attachments, localeFor(language), way);
    await tx.delivery.update({
      where: { id },
      data: { notBefore: null, act: { ...wanted, message: { ...wanted.message, media } } },
    });
    await wakeChat(tx, chat.id);
  }
}

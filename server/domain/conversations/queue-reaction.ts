import type { Message, ReactionSide } from "@/prisma/generated/client";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

/** `revision` is the conversation's, taken with the reaction: it tells one change of mind from the next. */
type NewReaction = { side: ReactionSide; emoji: string | null; revision: number };

/** Shows a side's reaction on the message as the other side's chats have it; of an album or a long text on the first part. */
export async function queueReaction(
  tx: Tx,
  message: Message,
  { side, emoji, revision }: NewReaction,
): Promise<void> {
  const links = await tx.messageLink.findMany({
    where: {
      messageId: message.id,
      chat: { type: side === "customer" ? { not: "private" } : "private" },
    },
    orderBy: { id: "asc" },
    include: { chat: { select: { resourceId: true } } },
  });
  for (const [chatId, [first]] of Map.groupBy(links, (link) => link.chatId)) {
    if (!first) continue;
    // Without the message's id: a reaction that cannot be shown is no failure of the message.
    await queueDelivery(tx, {
      workspaceId: message.workspaceId,
      resourceId: first.chat.resourceId,
      chatId,
      act: { type: "reaction", externalId: first.externalId, emoji },
      dedupeKey: `reaction:${first.id}:${side}:r${revision}`,
    });
  }
}

import type { Conversation } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** The conversation as it stands now, locked until the transaction ends. Throws `not_found` for a foreign one. */
export async function lockConversation(
  tx: Tx,
  workspaceId: number,
  conversationId: number,
): Promise<Conversation> {
  await tx.$queryRaw`select 1 from conversations where id = ${conversationId} for no key update`;
  const conversation = await tx.conversation.findFirst({ where: { id: conversationId, workspaceId } });
  if (!conversation)
    throw new AppError("not_found", "conversation_unknown", "There is no such conversation.");
  return conversation;
}

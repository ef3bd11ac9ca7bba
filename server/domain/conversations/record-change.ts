import type { Conversation, ConversationChangeType, Prisma } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** Topic that wakes everyone who watches what one customer sees with one bot. */
export function customerTopic(contactId: number, resourceId: number): string {
  return `customer:${contactId}:${resourceId}`;
}

/** Topic that wakes everyone who watches all conversations of a workspace: the inbox, outgoing webhooks. */
export function workspaceTopic(workspaceId: number): string {
  return `workspace:${workspaceId}`;
}

/**
 * Adds one entry to a conversation's change log, together with new values of the conversation's row, and wakes its
 * watchers. Raising the revision takes the row's lock, so revisions have no gaps.
 */
export async function recordChange(
  tx: Tx,
  conversationId: number,
  change: { type: ConversationChangeType; messageId?: number },
  data: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<Conversation> {
  const conversation = await tx.conversation.update({
    where: { id: conversationId },
    data: { ...data, revision: { increment: 1 } },
  });
  await tx.conversationChange.create({
    data: {
      conversationId,
      workspaceId: conversation.workspaceId,
      revision: conversation.revision,
      ...change,
    },
  });
  realtime.notify(tx, customerTopic(conversation.contactId, conversation.resourceId));
  realtime.notify(tx, workspaceTopic(conversation.workspaceId));
  return conversation;
}

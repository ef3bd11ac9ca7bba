import type { Conversation, ConversationChangeType, Prisma } from "@/prisma/generated/client";
import { afterCommit, type Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** Topic that wakes everyone who watches what one customer sees with one bot. */
export function customerTopic(contactId: number, resourceId: number): string {
  return `customer:${contactId}:${resourceId}`;
}

/** Topic that wakes everyone who watches all conversations of a workspace: the inbox, outgoing webhooks. */
export function workspaceTopic(workspaceId: number): string {
  return `workspace:${workspaceId}`;
}

type Change = { type: ConversationChangeType; messageId?: number };

/**
 * Adds one entry to a conversation's change log, together with new values of the conversation's row, and wakes its
 * watchers. Raising the revision takes the row's lock, so revisions have no gaps. What `change` is may depend on the
 * row as it became.
 */
export async function recordChange(
  tx: Tx,
  conversationId: number,
  change: Change | ((conversation: Conversation) => Promise<Change>),
  data: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<Conversation> {
  const conversation = await tx.conversation.update({
    where: { id: conversationId },
    data: { ...data, revision: { increment: 1 } },
  });
  const entry = typeof change === "function" ? await change(conversation) : change;
  const { workspaceId, revision, state } = conversation;
  await tx.conversationChange.createMany({
    data: [{ conversationId, workspaceId, revision, state, ...entry }],
  });
  afterCommit(tx, () => tellChanged(conversation));
  return conversation;
}

/** Wakes the watchers of a conversation whose change was recorded, and committed. */
export function tellChanged({
  workspaceId,
  contactId,
  resourceId,
}: Pick<Conversation, "workspaceId" | "contactId" | "resourceId">): void {
  realtime.publish(customerTopic(contactId, resourceId));
  realtime.publish(workspaceTopic(workspaceId));
}

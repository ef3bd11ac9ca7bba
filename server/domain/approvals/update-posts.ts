import { randomUUID } from "node:crypto";
import { proposalMessage, readPosted } from "@/server/domain/approvals/proposal-message";
import { postKey } from "@/server/domain/approvals/show-in-group";
import { queueDelivery, wakeChat } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

/** Has the managers' group show proposals as they are now; of a batch the post of its first is changed. */
export async function updatePosts(tx: Tx, approvalIds: number[]): Promise<void> {
  const touched = await tx.approval.findMany({
    where: { id: { in: approvalIds } },
    select: { id: true, batchId: true },
  });
  const notices = await tx.approvalNotice.findMany({
    where: {
      OR: [
        { approvalId: { in: approvalIds } },
        { approval: { batchId: { in: touched.flatMap(({ batchId }) => batchId ?? []) } } },
      ],
    },
    include: { chat: { select: { resourceId: true, workspaceId: true } } },
    orderBy: { approvalId: "asc" },
  });
  for (const notice of notices) await updatePost(tx, notice);
}

type Notice = {
  approvalId: number;
  chatId: number;
  externalId: string | null;
  chat: { resourceId: number; workspaceId: number };
};

async function updatePost(tx: Tx, { approvalId, chatId, externalId, chat }: Notice): Promise<void> {
  const message = proposalMessage(await readPosted(tx, approvalId));
  const post = `${postKey}${approvalId}:${chatId}`;
  // What has not gone yet goes as it now reads; a post that is on its way is followed once it has arrived (notePost).
  const changed = await tx.delivery.updateMany({
    where: { dedupeKey: post, state: "pending", startedAt: null },
    data: { act: { type: "message", message } },
  });
  if (changed.count > 0 || externalId === null) return;
  const act = { type: "edit" as const, externalId, message };
  const waiting = await tx.delivery.updateMany({
    where: { chatId, dedupeKey: { startsWith: `edit-${post}:` }, state: "pending", startedAt: null },
    data: { act },
  });
  if (waiting.count > 0) return wakeChat(tx, chatId);
  await queueDelivery(tx, { ...chat, chatId, act, dedupeKey: `edit-${post}:${randomUUID()}` });
}

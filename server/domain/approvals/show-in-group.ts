import type { Chat } from "@/prisma/generated/client";
import { proposalMessage, readPosted } from "@/server/domain/approvals/proposal-message";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { possibleGroups } from "@/server/domain/resources/possible-groups";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import type { Tx } from "@/server/lib/db";

/** Beginning of the keys of deliveries that show proposals; the proposal's number follows. */
export const postKey = "proposal:";

/** Posts proposals into the managers' group with their buttons, where the workspace wants that; of a batch its first stands for all. */
export async function showInGroup(tx: Tx, workspaceId: number, approvalIds: number[]): Promise<void> {
  const { approvalsInGroup } = await hubSettingsOf(workspaceId, tx);
  if (!approvalsInGroup) return;
  for (const approvalId of approvalIds) {
    const posted = await readPosted(tx, approvalId);
    const chat = await groupFor(tx, posted.chat.resourceId);
    if (!chat) return;
    await tx.approvalNotice.create({ data: { approvalId, chatId: chat.id } });
    await queueDelivery(tx, {
      workspaceId,
      resourceId: chat.resourceId,
      chatId: chat.id,
      act: { type: "message", message: proposalMessage(posted) },
      dedupeKey: `${postKey}${approvalId}:${chat.id}`,
    });
  }
}

/** The managers' group that shows what the resource is to send; null where there is none. */
async function groupFor(tx: Tx, resourceId: number): Promise<Chat | null> {
  const resource = await tx.resource.findUniqueOrThrow({ where: { id: resourceId } });
  const groups = (await possibleGroups(tx, resource)).flat();
  return groups.find(({ errorCode }) => errorCode === null) ?? groups[0] ?? null;
}

import { proposalMessage, readPosted } from "@/server/domain/approvals/proposal-message";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { groupChats } from "@/server/domain/resources/group-chats";
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
    const chat = await groupFor(tx, workspaceId, posted.chat.resourceId);
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

/** The managers' group of the bot that is to send, else of another bot of the workspace; null where there is none. */
async function groupFor(tx: Tx, workspaceId: number, resourceId: number) {
  const resources = await tx.resource.findMany({
    where: { workspaceId, provider: "telegram" },
    orderBy: { id: "asc" },
  });
  const ownFirst = resources.toSorted((a, b) => Number(b.id === resourceId) - Number(a.id === resourceId));
  for (const resource of ownFirst) {
    const groups = await groupChats(tx, resource);
    const working = groups.find(({ errorCode }) => errorCode === null) ?? groups[0];
    if (working) return working;
  }
  return null;
}

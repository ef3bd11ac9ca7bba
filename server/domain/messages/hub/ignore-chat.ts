import { recordAudit } from "@/server/domain/audit/record-audit";
import { chatTitle } from "@/server/domain/messages/hub/hub-message-view";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Has the hub leave a chat alone from now on, or watch it again; what it has kept stays. Twice is once. Throws
 * `forbidden`, `not_found` (`chat_unknown`).
 */
export async function ignoreChat(
  actor: MemberActor,
  { chatId, ignored }: { chatId: number; ignored: boolean },
): Promise<void> {
  requirePermission(actor, "hub.rules");
  const { workspaceId } = actor;
  await transaction(async (tx) => {
    await tx.$queryRaw`select 1 from chats where id = ${chatId} and workspace_id = ${workspaceId} for update`;
    const chat = await tx.chat.findFirst({ where: { id: chatId, workspaceId }, include: { contact: true } });
    if (!chat) throw new AppError("not_found", "chat_unknown", "There is no such chat.");
    if ((chat.ignoredAt !== null) === ignored) return;
    await tx.chat.update({ where: { id: chatId }, data: { ignoredAt: ignored ? new Date() : null } });
    await recordAudit(tx, actor, {
      action: ignored ? "hub.chat_ignored" : "hub.chat_watched",
      target: { id: chatId, name: chatTitle(chat) },
    });
    await tellHub(tx, workspaceId);
  });
}

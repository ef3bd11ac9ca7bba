import type { Delivery } from "@/prisma/generated/client";
import { failApproval } from "@/server/domain/approvals/fail-approval";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { wakeRelease } from "@/server/domain/approvals/wake-release";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import type { Outcome } from "@/server/domain/messages/record-outcome";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Writes on a proposal how its delivery ended, and has those go that waited for it. */
export async function settleApproval(tx: Tx, delivery: Delivery, outcome: Outcome): Promise<void> {
  const { approvalId, workspaceId, chatId, resourceId } = delivery;
  if (approvalId === null) return;
  if (outcome.state === "sent") {
    if (!(await noteSent(tx, delivery, outcome.externalIds[0] ?? null))) return;
    await tellApprovals(tx, workspaceId);
    if (delivery.messageId === null) await tellHub(tx, workspaceId);
    return;
  }
  const { errorCode } = outcome;
  if (errorCode === "kicked" || errorCode === "chat_gone")
    await tx.chat.updateMany({
      where: { id: chatId, type: { not: "private" }, botLeftAt: null },
      data: { botLeftAt: clock.now() },
    });
  const detail = outcome.state === "failed" ? outcome.errorDetail : "";
  await failApproval(tx, { id: approvalId, workspaceId }, errorCode, detail);
  await wakeRelease(tx, resourceId);
}

/**
 * In one statement, for a batch is many of them: the proposal is sent (also one that failed before and was sent again),
 * and it stands in the hub, where what is a conversation's comes with the conversation.
 */
async function noteSent(
  tx: Tx,
  { approvalId, messageId, chatId }: Delivery,
  externalId: string | null,
): Promise<boolean> {
  const now = clock.now();
  const done = await tx.$queryRaw<{ id: number }[]>`
    with done as (
      update approvals set status = 'sent', sent_at = ${now}, error_code = null, reason = null
      where id = ${approvalId} and status in ('approved', 'failed') returning *
    ), hub as (
      insert into hub_messages (workspace_id, chat_id, author, user_id, external_id, text, is_automatic, sent_at)
      select workspace_id, chat_id, 'member', case when decided_by_kind = 'member' then decided_by_id end,
        ${externalId}, text, source not like 'member:%' or batch_id is not null, ${now}
      from done where ${messageId}::int is null
      on conflict do nothing
    ), seen as (
      update chats set last_message_at = ${now} from done where chats.id = ${chatId}
    )
    select id from done`;
  return done.length > 0;
}

import type { Delivery } from "@/prisma/generated/client";
import { failApproval } from "@/server/domain/approvals/fail-approval";
import { showInHub } from "@/server/domain/approvals/show-in-hub";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { wakeRelease } from "@/server/domain/approvals/wake-release";
import type { Outcome } from "@/server/domain/messages/record-outcome";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Writes on a proposal how its delivery ended, and has the next ones go. */
export async function settleApproval(tx: Tx, delivery: Delivery, outcome: Outcome): Promise<void> {
  const { approvalId, workspaceId, chatId, resourceId } = delivery;
  if (approvalId === null) return;
  if (outcome.state === "sent") {
    // Failed before, a person may have had it sent again.
    const { count } = await tx.approval.updateMany({
      where: { id: approvalId, status: { in: ["approved", "failed"] } },
      data: { status: "sent", sentAt: clock.now(), errorCode: null, reason: null },
    });
    if (count > 0) await showInHub(tx, delivery, outcome.externalIds);
    await tellApprovals(tx, workspaceId);
  } else {
    const { errorCode } = outcome;
    const detail = outcome.state === "failed" ? outcome.errorDetail : "";
    if (errorCode === "kicked" || errorCode === "chat_gone")
      await tx.chat.updateMany({
        where: { id: chatId, type: { not: "private" }, botLeftAt: null },
        data: { botLeftAt: clock.now() },
      });
    await failApproval(tx, { id: approvalId, workspaceId }, errorCode, detail);
  }
  await wakeRelease(tx, resourceId);
}

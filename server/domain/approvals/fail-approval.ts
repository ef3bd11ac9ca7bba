import { failureWords } from "@/server/domain/approvals/failure-words";
import { tellApprovals } from "@/server/domain/approvals/tell-approvals";
import { updatePosts } from "@/server/domain/approvals/update-posts";
import type { Tx } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";

/** Writes down that an approved message could not be sent, with why in the workspace's language. */
export async function failApproval(
  tx: Tx,
  { id, workspaceId }: { id: number; workspaceId: number },
  errorCode: string,
  detail = "",
): Promise<void> {
  const { locale } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { locale: true },
  });
  const { count } = await tx.approval.updateMany({
    where: { id, status: "approved" },
    data: { status: "failed", errorCode, reason: failureWords(localeFor(locale), errorCode, detail) },
  });
  if (count === 0) return;
  await updatePosts(tx, [id]);
  await tellApprovals(tx, workspaceId);
}

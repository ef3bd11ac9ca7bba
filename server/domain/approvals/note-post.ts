import type { Delivery } from "@/prisma/generated/client";
import { proposalMessage, readPosted } from "@/server/domain/approvals/proposal-message";
import { postKey } from "@/server/domain/approvals/show-in-group";
import { updatePosts } from "@/server/domain/approvals/update-posts";
import type { Tx } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

/** Remembers where a proposal's post stands, and brings it up to date if it was decided on meanwhile. */
export async function notePost(tx: Tx, delivery: Delivery, externalIds: string[]): Promise<void> {
  if (!delivery.dedupeKey.startsWith(postKey)) return;
  const approvalId = Number(delivery.dedupeKey.slice(postKey.length).split(":")[0]);
  const [externalId] = externalIds;
  // Who decides just now either sees where the post stands, or is seen here.
  await tx.$queryRaw`
    select 1 from approvals
    where id = ${approvalId} or batch_id = (select batch_id from approvals where id = ${approvalId})
    order by id for no key update`;
  const { count } = await tx.approvalNotice.updateMany({
    where: { approvalId, chatId: delivery.chatId },
    data: { externalId },
  });
  const act = delivery.act as OutgoingAct;
  if (count === 0 || act.type !== "message") return;
  const now = proposalMessage(await readPosted(tx, approvalId));
  const same =
    now.text === act.message.text &&
    JSON.stringify(now.buttons ?? null) === JSON.stringify(act.message.buttons ?? null);
  if (!same) await updatePosts(tx, [approvalId]);
}

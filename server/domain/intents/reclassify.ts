import { recordAudit } from "@/server/domain/audit/record-audit";
import type { ReclassifyInput } from "@/server/domain/intents/schema";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * Has the messages of a time, in these chats or all, understood anew; what people corrected stays. Messages that need no
 * analysis are left alone. Returns how many wait now. Throws `forbidden`.
 */
export async function reclassify(
  actor: MemberActor,
  { since, until, chatIds }: ReclassifyInput,
): Promise<{ queued: number }> {
  requirePermission(actor, "hub.rules");
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const queued = await tx.hubMessage.updateMany({
      where: {
        workspaceId,
        sentAt: { gte: new Date(since), lt: new Date(until) },
        needsAnalysis: false,
        analysedAt: { not: null },
        deletedAt: null,
        ...(chatIds && { chatId: { in: chatIds } }),
        NOT: { analysis: { correctedAt: { not: null } } },
      },
      data: { needsAnalysis: true },
    });
    if (queued.count === 0) return { queued: 0 };
    await recordAudit(tx, actor, {
      action: "hub.reclassified",
      details: { since, until, messages: queued.count, ...(chatIds && { chats: chatIds.length }) },
    });
    await wakeAnalysis(tx, workspaceId);
    return { queued: queued.count };
  });
}

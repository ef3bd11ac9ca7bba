import { recordResourceEvent, resourcesTopic } from "@/server/domain/resources/record-resource-event";
import { db, transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** Notes what the owner should look at although the resource works, a new one with an event; null takes it away. */
export async function setResourceWarning(
  resourceId: number,
  warning: { code: string; detail: string } | null,
): Promise<void> {
  const before = await db.resource.findUnique({ where: { id: resourceId } });
  if (!before) return;
  const warningCode = warning?.code ?? null;
  const warningDetail = warning?.detail ?? null;
  if (before.warningCode === warningCode && before.warningDetail === warningDetail) return;
  await transaction(async (tx) => {
    await tx.resource.updateMany({ where: { id: resourceId }, data: { warningCode, warningDetail } });
    if (warning && warning.code !== before.warningCode) {
      await recordResourceEvent(tx, before, { type: "warning", ...warning });
    } else {
      realtime.notify(tx, resourcesTopic(before.workspaceId));
    }
  });
}

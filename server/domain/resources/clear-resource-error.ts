import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { ResourceErrorCode } from "@/server/domain/resources/set-resource-error";
import { db, transaction } from "@/server/lib/db";

/** A resource works again: back to `active`, if what was wrong is one of `codes` (by default whatever it was). */
export async function clearResourceError(resourceId: number, codes?: ResourceErrorCode[]): Promise<void> {
  const where = { id: resourceId, state: "error" as const, ...(codes && { errorCode: { in: codes } }) };
  // Asked after every poll: mostly there is nothing to clear.
  const before = await db.resource.findFirst({ where, select: { errorCode: true } });
  if (!before) return;
  await transaction(async (tx) => {
    const [resource] = await tx.resource.updateManyAndReturn({
      where,
      data: { state: "active", errorCode: null, errorDetail: null },
      select: { id: true, workspaceId: true },
    });
    if (resource) await recordResourceEvent(tx, resource, { type: "recovered", code: before.errorCode });
  });
}

import type { ResourceErrorCode } from "@/server/domain/resources/set-resource-error";
import { db } from "@/server/lib/db";

/** A resource works again: back to `active`, if what was wrong is one of `codes` (by default whatever it was). */
export async function clearResourceError(resourceId: number, codes?: ResourceErrorCode[]): Promise<void> {
  await db.resource.updateMany({
    where: { id: resourceId, state: "error", ...(codes && { errorCode: { in: codes } }) },
    data: { state: "active", errorCode: null, errorDetail: null },
  });
}

import { db } from "@/server/lib/db";

/** Notes what the owner should look at although the resource works. */
export async function setResourceWarning(
  resourceId: number,
  warning: { code: string; detail: string },
): Promise<void> {
  await db.resource.update({
    where: { id: resourceId },
    data: { warningCode: warning.code, warningDetail: warning.detail },
  });
}

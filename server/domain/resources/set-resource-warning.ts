import { db } from "@/server/lib/db";

/** Notes what the owner should look at although the resource works; null takes the note away. */
export async function setResourceWarning(
  resourceId: number,
  warning: { code: string; detail: string } | null,
): Promise<void> {
  await db.resource.updateMany({
    where: { id: resourceId },
    data: { warningCode: warning?.code ?? null, warningDetail: warning?.detail ?? null },
  });
}

import { probeResource } from "@/server/domain/resources/probe-resource";
import { someGroupsBroken } from "@/server/domain/resources/record-group-trouble";
import { db } from "@/server/lib/db";

/** Looks at a resource whose troubles may have ended without telling us; one that was removed meanwhile is passed over. */
export async function mendResource(resourceId: number): Promise<void> {
  try {
    const resource = await db.resource.findUnique({ where: { id: resourceId } });
    if (resource?.state === "error" || resource?.warningCode === someGroupsBroken)
      await probeResource(resourceId);
  } catch (error) {
    if ((await db.resource.count({ where: { id: resourceId } })) > 0) throw error;
  }
}

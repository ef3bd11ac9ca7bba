import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import { transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import type { AccountTrouble } from "@/server/providers/provider";

/** Why a resource does not work, as codes that the pages put into words with the fix. */
export type ResourceErrorCode =
  | AccountTrouble
  | "bot_conflict"
  | "group_not_forum"
  | "group_no_rights"
  | "group_gone"
  | "bot_kicked"
  | "crashed";

/** Puts a running resource into `error` with its reason, a new one with an event; a paused one stays paused. */
export async function setResourceError(
  resourceId: number,
  errorCode: ResourceErrorCode,
  errorDetail: string,
): Promise<void> {
  const known = await transaction(async (tx) => {
    const { count } = await tx.resource.updateMany({
      where: { id: resourceId, state: "error", errorCode },
      data: { errorDetail },
    });
    if (count > 0) return true;
    const [resource] = await tx.resource.updateManyAndReturn({
      where: { id: resourceId, state: { in: ["active", "error"] } },
      data: { state: "error", errorCode, errorDetail },
      select: { id: true, workspaceId: true },
    });
    if (resource)
      await recordResourceEvent(tx, resource, { type: "error", code: errorCode, detail: errorDetail });
    return resource === undefined;
  });
  if (!known) logger.warn({ resourceId, errorCode, errorDetail }, "resource in error");
}

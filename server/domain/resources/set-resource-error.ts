import { db } from "@/server/lib/db";
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

/** Puts a running resource into `error` with its reason; a paused one stays paused. */
export async function setResourceError(
  resourceId: number,
  errorCode: ResourceErrorCode,
  errorDetail: string,
): Promise<void> {
  const { count } = await db.resource.updateMany({
    where: { id: resourceId, state: { in: ["active", "error"] } },
    data: { state: "error", errorCode, errorDetail },
  });
  if (count > 0) logger.warn({ resourceId, errorCode, errorDetail }, "resource in error");
}

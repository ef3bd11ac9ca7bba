import type { Chat } from "@/prisma/generated/client";
import { openMissingTopics } from "@/server/domain/conversations/open-missing-topics";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { groupChats } from "@/server/domain/resources/group-chats";
import { moveOpeningTopics } from "@/server/domain/resources/move-opening-topics";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import { db, transaction } from "@/server/lib/db";

/** What can be wrong with a managers' group, as error codes of its resource. */
export const groupErrorCodes = ["group_not_forum", "group_no_rights", "group_gone", "bot_kicked"] as const;
export type GroupErrorCode = (typeof groupErrorCodes)[number];

/** The resource's warning while some of its groups work and others do not. */
export const someGroupsBroken = "some_groups_broken";

type GroupChat = Pick<Chat, "id" | "workspaceId" | "resourceId">;

/**
 * A managers' group cannot be used: topics that are still to be made go to other groups, as do those of other resources
 * when it is lost, and the resource shows it, as an error when no group works.
 */
export async function recordGroupTrouble(
  chat: GroupChat,
  errorCode: GroupErrorCode,
  errorDetail: string,
): Promise<void> {
  await db.chat.updateMany({ where: { id: chat.id }, data: { errorCode, errorDetail } });
  await showGroups(chat.resourceId);
  await moveOpeningTopics(chat.workspaceId);
  await openMissingTopics(chat.workspaceId);
}

/** A managers' group works again: what waits elsewhere for a group that works may go there. */
export async function clearGroupTrouble(chat: GroupChat): Promise<void> {
  await db.chat.updateMany({ where: { id: chat.id }, data: { errorCode: null, errorDetail: null } });
  await showGroups(chat.resourceId);
  await moveOpeningTopics(chat.workspaceId);
}

/** Has the resource show how its groups fare. */
export async function showGroups(resourceId: number): Promise<void> {
  const resource = await db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  const groups = await transaction((tx) => groupChats(tx, resource));
  const [broken, ...more] = groups.filter(({ errorCode }) => errorCode !== null);
  if (broken?.errorCode && more.length + 1 === groups.length) {
    await setResourceError(resourceId, broken.errorCode as GroupErrorCode, broken.errorDetail ?? "");
    return;
  }
  await clearResourceError(resourceId, [...groupErrorCodes]);
  if (broken) {
    const detail = [broken, ...more]
      .map(({ title, externalId, errorDetail }) => `${title ?? externalId}: ${errorDetail ?? ""}`)
      .join("\n");
    await setResourceWarning(resourceId, { code: someGroupsBroken, detail });
  } else if (resource.warningCode === someGroupsBroken) {
    await setResourceWarning(resourceId, null);
  }
}

import type { Resource } from "@/prisma/generated/client";
import { openMissingTopics } from "@/server/domain/conversations/open-missing-topics";
import { openResource } from "@/server/domain/messages/open-resource";
import { accountKey } from "@/server/domain/resources/account-key";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { collectWarning } from "@/server/domain/resources/collected-chats";
import { groupChats } from "@/server/domain/resources/group-chats";
import { moveOpeningTopics } from "@/server/domain/resources/move-opening-topics";
import { possibleGroups } from "@/server/domain/resources/possible-groups";
import { groupErrorCodes, showGroups } from "@/server/domain/resources/record-group-trouble";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import { wakeWaitingChats } from "@/server/domain/resources/wake-waiting-chats";
import { db, transaction } from "@/server/lib/db";
import type { ProbeResult } from "@/server/providers/provider";

/** Looks at the account and at each of its groups live and writes down what it found; true when the account works. */
export async function probeResource(resourceId: number): Promise<boolean> {
  const found = await lookAtResource(await db.resource.findUniqueOrThrow({ where: { id: resourceId } }));
  return found.ok;
}

/** The same with what was found. */
export async function lookAtResource(resource: Resource): Promise<ProbeResult> {
  const { provider, credentials, settings, world } = openResource(resource);
  const found = await provider.probe(credentials, world, settings);
  if (!found.ok) {
    await setResourceError(resource.id, found.code, found.detail);
    return found;
  }
  const resourceId = resource.id;
  const known = await noteAccount(resource, found.account);
  if (!known) {
    const detail = `${found.account.name} is connected as another resource already.`;
    await setResourceError(resourceId, "refused", detail);
    return { ok: false, code: "refused", detail };
  }
  const hidden = await collectWarning(known);
  // Another resource's groups show its conversations: nothing is missing.
  const isServed = (await possibleGroups(db, known)).length > 0;
  const told = found.warnings.find(({ code }) => code !== groupMissing || !isServed);
  const warning = told ?? hidden;
  if (isServed && known.warningCode === groupMissing) await setResourceWarning(resourceId, null);
  if (!hidden && known.warningCode === "privacy_mode") await setResourceWarning(resourceId, null);
  if (warning) await setResourceWarning(resourceId, warning);
  // The look is all there is to learn of an account that nobody listens to.
  else if (!provider.channel) await setResourceWarning(resourceId, null);
  const mended = resource.state === "error";
  // What is wrong with groups is over only when one works, see `showGroups`.
  const isOfGroups = groupErrorCodes.some((code) => code === resource.errorCode);
  if (mended && !isOfGroups) await clearResourceError(resourceId);
  const groupMended = await noteGroups(resourceId, found.groups);
  await showGroups(resourceId);
  await moveOpeningTopics(resource.workspaceId);
  await transaction((tx) => wakeWaitingChats(tx, resourceId, mended || groupMended));
  await openMissingTopics(resource.workspaceId);
  return found;
}

/** Warning of a resource whose conversations no managers' group shows. */
const groupMissing = "group_missing";
const uniqueViolation = "P2002";

/** Keeps what was told of the account; null when another resource holds it, which only a live look could tell. */
async function noteAccount(resource: Resource, account: Account): Promise<Resource | null> {
  const data = { account, accountKey: accountKey(account.id) };
  try {
    return await db.resource.update({ where: { id: resource.id }, data });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === uniqueViolation) return null;
    throw error;
  }
}

type Account = Extract<ProbeResult, { ok: true }>["account"];
type Groups = Extract<ProbeResult, { ok: true }>["groups"];

/** Writes down how each group fares; true when one works again. */
async function noteGroups(resourceId: number, groups: Groups): Promise<boolean> {
  return transaction(async (tx) => {
    const resource = await tx.resource.findUniqueOrThrow({ where: { id: resourceId } });
    let mended = false;
    for (const chat of await groupChats(tx, resource)) {
      const found = groups.find(({ chatId }) => chatId === chat.externalId);
      if (!found) continue;
      const { code: errorCode = null, detail: errorDetail = null } = found.trouble ?? {};
      const title = found.title ?? chat.title;
      if (errorCode === chat.errorCode && title === chat.title) continue;
      mended ||= errorCode === null && chat.errorCode !== null;
      await tx.chat.update({ where: { id: chat.id }, data: { errorCode, errorDetail, title } });
    }
    return mended;
  });
}

import { openMissingTopics } from "@/server/domain/conversations/open-missing-topics";
import { openResource } from "@/server/domain/messages/open-resource";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { type ResourceErrorCode, setResourceError } from "@/server/domain/resources/set-resource-error";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import { db, transaction } from "@/server/lib/db";

/** Looks at the account live and writes down what it found; true when the provider knows the account. */
export async function probeResource(resourceId: number): Promise<boolean> {
  const resource = await db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  const { provider, credentials, settings, world } = openResource(resource);
  const found = await provider.probe(credentials, world, settings);
  if (!found.ok) {
    // The provider's codes are those of ResourceErrorCode, by its contract.
    await setResourceError(resourceId, found.code as ResourceErrorCode, found.detail);
    return found.code !== "token_invalid" && found.code !== "unreachable";
  }
  const [warning] = found.warnings;
  await db.resource.update({ where: { id: resourceId }, data: { account: found.account } });
  if (warning) await setResourceWarning(resourceId, warning);
  const mended = resource.state === "error";
  if (mended) await clearResourceError(resourceId);
  await wakeWaitingChats(resourceId, mended);
  await openMissingTopics(resourceId);
  return true;
}

/** What waited, for a mended group or while the resource was paused, goes out now. */
async function wakeWaitingChats(resourceId: number, release: boolean): Promise<void> {
  await transaction(async (tx) => {
    const chats = await tx.chat.findMany({
      where: { resourceId, deliveries: { some: { state: "pending" } } },
      select: { id: true },
    });
    const ids = chats.map(({ id }) => id);
    if (release) await tx.chat.updateMany({ where: { id: { in: ids } }, data: { heldUntil: null } });
    for (const { id } of chats) await wakeChat(tx, id);
  });
}

import type { ListenerLink, ListenTask } from "@/bots/listener";
import { openResource } from "@/server/domain/messages/open-resource";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { markPolled } from "@/server/domain/resources/mark-polled";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { runningResource } from "@/server/domain/resources/running-resource";
import type { ResourceErrorCode } from "@/server/domain/resources/set-resource-error";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import { webhookAddress } from "@/server/domain/resources/webhook-address";

/** Troubles of the connection, over as soon as the provider answers. */
const connectionTroubles: ResourceErrorCode[] = ["bot_conflict", "unreachable", "crashed", "token_invalid"];

/** What a listener of this resource is told, and what it may ask of us while this process holds the lease. */
export async function openLink(
  holder: string,
  resourceId: number,
  onAlive: () => void,
): Promise<{ task: ListenTask; link: ListenerLink }> {
  const resource = await runningResource(resourceId);
  const { credentials, settings, world } = openResource(resource);
  return {
    task: {
      resourceId,
      provider: resource.provider,
      locale: resource.workspace.locale,
      credentials,
      settings,
      world,
      webhookUrl: webhookAddress(resource.provider, resourceId),
    },
    link: {
      alive: onAlive,
      async probe() {
        if (await probeResource(resourceId)) return { ok: true };
        const { errorCode, errorDetail } = await runningResource(resourceId);
        const code = errorCode === "token_invalid" ? "token_invalid" : "unreachable";
        return { ok: false, code, detail: errorDetail ?? "" };
      },
      async take(updates) {
        await receiveUpdates(resourceId, updates);
      },
      async works() {
        onAlive();
        await markPolled(holder, resourceId);
        await clearResourceError(resourceId, connectionTroubles);
      },
      warn: (warning) => setResourceWarning(resourceId, warning),
    },
  };
}

import { createHash } from "node:crypto";
import { listResources } from "@/server/domain/resources/queries";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import type { ResourceView } from "@/server/domain/resources/schema";
import type { MemberActor } from "@/server/lib/actor";
import { realtime } from "@/server/realtime/realtime";

/** Figures and listeners change without a wake-up, and a wake-up may be lost: looked for this often. */
const lookEveryMs = 4000;

/**
 * The workspace's resources now and after every change, until `signal` aborts; `id` names the state, and what
 * `lastId` names is not told again. `check` throws once the member may no longer listen; it is asked before each look.
 */
export async function* watchResources(
  actor: MemberActor,
  { lastId, check, signal }: { lastId: string | null; check: () => Promise<void>; signal: AbortSignal },
): AsyncGenerator<{ id: string; resources: ResourceView[] }> {
  let wake: () => void = () => {};
  let woken = false;
  const onWake = () => {
    woken = true;
    wake();
  };
  const unsubscribe = realtime.subscribe(resourcesTopic(actor.workspaceId), onWake);
  signal.addEventListener("abort", onWake);
  let told = lastId;
  try {
    while (!signal.aborted) {
      const wasWoken = woken;
      woken = false;
      await check();
      const resources = await listResources(actor);
      const id = createHash("sha256").update(JSON.stringify(resources)).digest("base64url").slice(0, 16);
      // A wake-up tells of an event even where the list looks the same.
      if (id !== told || wasWoken) yield { id, resources };
      told = id;
      if (woken || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    signal.removeEventListener("abort", onWake);
    unsubscribe();
  }
}

import type { HubEvent } from "@/server/domain/messages/hub/page-schema";
import { hubTopic } from "@/server/domain/messages/hub/tell-hub";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { realtime } from "@/server/realtime/realtime";

/** A flood of messages has a page look again this often at most. */
const calmMs = 1_000;
/** Without any wake-up a page looks this often: a hint may be lost. */
const lookEveryMs = 20_000;
/** A sign-in that ended is noticed so soon. */
const checkEveryMs = 5_000;

export type WatchHub = {
  /** Throws once the member may no longer listen. */
  check: () => Promise<unknown>;
  signal: AbortSignal;
};

/** Says when the workspace's hub may have changed, at once too: what happened before the stream began was not seen. */
export async function* watchHub(actor: MemberActor, { check, signal }: WatchHub): AsyncGenerator<HubEvent> {
  requirePermission(actor, "hub.view");
  let isChanged = true;
  let wake: () => void = () => {};
  const rouse = () => wake();
  const unsubscribe = realtime.subscribe(hubTopic(actor.workspaceId), () => {
    isChanged = true;
    rouse();
  });
  signal.addEventListener("abort", rouse);
  let toldAt = 0;
  let checkedAt = Date.now();
  try {
    while (!signal.aborted) {
      const now = Date.now();
      if (now - checkedAt >= checkEveryMs) {
        await check();
        checkedAt = now;
      }
      if ((isChanged && now - toldAt >= calmMs) || now - toldAt >= lookEveryMs) {
        isChanged = false;
        toldAt = now;
        yield { type: "changed" };
        continue;
      }
      const next = Math.min(toldAt + (isChanged ? calmMs : lookEveryMs), checkedAt + checkEveryMs);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, next - Date.now()));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    signal.removeEventListener("abort", rouse);
    unsubscribe();
  }
}

import { approvalsTopic } from "@/server/domain/approvals/tell-approvals";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { realtime } from "@/server/realtime/realtime";

/** Whether the reader may still listen is asked this often, and a lost wake-up costs no more. */
const lookEveryMs = 15_000;
/** Changes in a row (a batch that goes out) are told together. */
const gatherMs = 300;

/**
 * A number that rises whenever a workspace's proposals may have changed, until `signal` aborts; the first comes at once.
 * `check` throws once the member may no longer listen. Throws `forbidden`.
 */
export async function* watchApprovals(
  actor: MemberActor,
  { check, signal }: { check: () => Promise<void>; signal: AbortSignal },
): AsyncGenerator<number> {
  requirePermission(actor, "approvals.view");
  let woken = true;
  let wake: () => void = () => {};
  const onWake = () => {
    woken = true;
    wake();
  };
  const unsubscribe = realtime.subscribe(approvalsTopic(actor.workspaceId), onWake);
  signal.addEventListener("abort", onWake);
  const pause = (ms: number, untilWoken: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!untilWoken && !signal.aborted) return;
        clearTimeout(timer);
        resolve();
      };
    });
  try {
    for (let told = 0; !signal.aborted; ) {
      await check();
      if (woken) {
        woken = false;
        yield told++;
        await pause(gatherMs, false);
      }
      if (!woken && !signal.aborted) await pause(lookEveryMs, true);
    }
  } finally {
    signal.removeEventListener("abort", onWake);
    unsubscribe();
  }
}

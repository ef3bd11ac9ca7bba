import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { afterCommit, type Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** What several changes within so long are told as: one. */
const gatherMs = 250;
/** A sign-in that ended is noticed so soon, in a quiet workspace too. */
const checkEveryMs = 5000;

/** `meetingId` is null where anything may have changed: then everything shown is read anew. */
export type MeetingEvent = { meetingId: number | null };

function topic(workspaceId: number): string {
  return `meetings:${workspaceId}`;
}

/** Tells open pages, once the transaction has committed, that a meeting changed; null: people or texts did. */
export function tellMeetingChanged(tx: Tx, workspaceId: number, meetingId: number | null): void {
  afterCommit(tx, () => realtime.publish(topic(workspaceId), { meetingId }));
}

/**
 * Which of the workspace's meetings changed, until `signal` aborts; begins with “anything may have”, for what happened
 * before was not seen. `check` throws once the member may no longer listen. Throws `forbidden`.
 */
export async function* meetingEvents(
  actor: MemberActor,
  { check, signal }: { check: () => Promise<unknown>; signal: AbortSignal },
): AsyncGenerator<MeetingEvent> {
  requirePermission(actor, "meetings.view");
  const changed = new Set<number | null>([null]);
  let wake: () => void = () => {};
  const rouse = () => wake();
  const unsubscribe = realtime.subscribe(topic(actor.workspaceId), (hint) => {
    const { meetingId = null } = (hint ?? {}) as Partial<MeetingEvent>;
    changed.add(meetingId);
    rouse();
  });
  signal.addEventListener("abort", rouse);
  let checkedAt = Date.now();
  try {
    while (!signal.aborted) {
      if (Date.now() - checkedAt >= checkEveryMs) {
        await check();
        checkedAt = Date.now();
      }
      const told = changed.has(null) ? [null] : [...changed];
      changed.clear();
      for (const meetingId of told) yield { meetingId };
      if (signal.aborted) return;
      if (told.length > 0) await pause(gatherMs, () => undefined);
      else
        await pause(checkEveryMs, (resolve) => {
          wake = resolve;
        });
    }
  } finally {
    signal.removeEventListener("abort", rouse);
    unsubscribe();
  }
}

/** Waits so long, or until what `arm` was given is called. */
async function pause(ms: number, arm: (wake: () => void) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
    arm(resolve);
  });
  clearTimeout(timer);
}

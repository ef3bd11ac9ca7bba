import { randomUUID } from "node:crypto";
import { keepPresence } from "@/server/domain/conversations/keep-presence";
import { readChanges } from "@/server/domain/conversations/read-changes";
import { customerTopic } from "@/server/domain/conversations/record-change";
import type { CustomerEvent } from "@/server/domain/conversations/schema";
import { cursorOf, readCursor } from "@/server/domain/conversations/stream-cursor";
import { watchRevisions } from "@/server/domain/conversations/watch-revisions";
import type { CustomerActor } from "@/server/lib/actor";
import { realtime } from "@/server/realtime/realtime";

export type StreamedEvent = { id: string; event: CustomerEvent };

/**
 * What happens to a customer's conversations from `cursor` on, until `signal` aborts. Each event carries the cursor
 * to resume after it; passing hints (typing, draft) carry the last one. While it runs the customer is present.
 */
export async function* customerEvents(
  actor: CustomerActor,
  { cursor, signal }: { cursor: string; signal: AbortSignal },
): AsyncGenerator<StreamedEvent> {
  const hints: CustomerEvent[] = [];
  let changed = true;
  let wake: () => void = () => {};
  const unsubscribe = realtime.subscribe(customerTopic(actor.contactId, actor.resourceId), (hint) => {
    // Hints are made by our own processes only, in the shape of CustomerEvent.
    if (hint) hints.push(hint as CustomerEvent);
    else changed = true;
    wake();
  });
  const unwatch = watchRevisions(actor, () => {
    changed = true;
    wake();
  });
  const unhear = () => {
    unsubscribe();
    unwatch();
  };
  const leave = await keepPresence(actor, randomUUID()).catch((error: unknown) => {
    unhear();
    throw error;
  });
  const stop = () => wake();
  signal.addEventListener("abort", stop);
  const positions = new Map(readCursor(cursor).map(({ id, revision }) => [id, revision]));
  const currentCursor = () => cursorOf([...positions].map(([id, revision]) => ({ id, revision })));
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        for (const { conversationId, revision, event } of await readChanges(actor, positions)) {
          positions.set(conversationId, revision);
          yield { id: currentCursor(), event };
        }
      }
      for (const event of hints.splice(0)) yield { id: currentCursor(), event };
      if (changed || hints.length > 0 || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    unhear();
    await leave();
  }
}

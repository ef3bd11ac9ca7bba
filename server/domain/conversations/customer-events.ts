import { randomUUID } from "node:crypto";
import { ownConversations } from "@/server/domain/conversations/current-conversation";
import {
  customerConversationView,
  customerMessageInclude,
  customerMessageView,
  visibleToCustomer,
} from "@/server/domain/conversations/customer-views";
import { keepPresence } from "@/server/domain/conversations/keep-presence";
import { customerTopic } from "@/server/domain/conversations/record-change";
import type { CustomerEvent } from "@/server/domain/conversations/schema";
import { cursorOf, readCursor } from "@/server/domain/conversations/stream-cursor";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** Without any wake-up the stream still looks for changes this often: a hint may be lost. */
const lookEveryMs = 15_000;

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
  const leave = await keepPresence(actor, randomUUID());
  const stop = () => wake();
  signal.addEventListener("abort", stop);
  const positions = new Map(readCursor(cursor).map(({ id, revision }) => [id, revision]));
  const currentCursor = () => cursorOf([...positions].map(([id, revision]) => ({ id, revision })));
  try {
    while (!signal.aborted) {
      if (changed) {
        changed = false;
        for (const event of await readChanges(actor, positions)) yield { id: currentCursor(), event };
      }
      for (const event of hints.splice(0)) yield { id: currentCursor(), event };
      if (changed || hints.length > 0 || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          changed = true;
          resolve();
        }, lookEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    unsubscribe();
    await leave();
  }
}

/** Reads what changed beyond `positions` and moves them on. Several changes of one row come as one event. */
async function readChanges(actor: CustomerActor, positions: Map<number, number>): Promise<CustomerEvent[]> {
  const known = [...positions.keys()];
  const newest = Math.max(0, ...known);
  const conversations = await db.conversation.findMany({
    where: { ...ownConversations(actor), OR: [{ id: { in: known } }, { id: { gt: newest } }] },
    orderBy: { id: "asc" },
  });
  const events: CustomerEvent[] = [];
  for (const conversation of conversations) {
    const from = positions.get(conversation.id) ?? 0;
    if (conversation.revision <= from) continue;
    const changes = await db.conversationChange.findMany({
      where: { conversationId: conversation.id, revision: { gt: from, lte: conversation.revision } },
      select: { messageId: true },
    });
    const ids = changes.flatMap(({ messageId }) => messageId ?? []);
    const messages = await db.message.findMany({
      where: { id: { in: ids }, ...visibleToCustomer },
      orderBy: { seq: "asc" },
      include: customerMessageInclude,
    });
    for (const message of messages) events.push({ type: "message", message: customerMessageView(message) });
    events.push({ type: "conversation", conversation: customerConversationView(conversation) });
    positions.set(conversation.id, conversation.revision);
  }
  return events;
}

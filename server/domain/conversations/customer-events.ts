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
import { watchRevisions } from "@/server/domain/conversations/watch-revisions";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
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

type Change = { conversationId: number; revision: number; event: CustomerEvent };

/**
 * What changed beyond `positions`, each with the revision up to which everything has been told after it. Several
 * changes of one row come as one event, in its last change's place.
 */
async function readChanges(actor: CustomerActor, positions: Map<number, number>): Promise<Change[]> {
  const known = [...positions.keys()];
  const newest = Math.max(0, ...known);
  const conversations = await db.conversation.findMany({
    where: { ...ownConversations(actor), OR: [{ id: { in: known } }, { id: { gt: newest } }] },
    orderBy: { id: "asc" },
  });
  const told: Change[] = [];
  for (const conversation of conversations) {
    const { id: conversationId, revision } = conversation;
    const from = positions.get(conversationId) ?? 0;
    if (revision <= from) continue;
    const changes = await db.conversationChange.findMany({
      where: { conversationId, revision: { gt: from, lte: revision }, messageId: { not: null } },
      select: { messageId: true, revision: true },
      orderBy: { revision: "asc" },
    });
    const lastChange = new Map(changes.map((change) => [change.messageId, change.revision]));
    const messages = await db.message.findMany({
      where: { id: { in: changes.flatMap(({ messageId }) => messageId ?? []) }, ...visibleToCustomer },
      include: customerMessageInclude,
    });
    told.push(
      ...messages
        .map((message) => ({
          conversationId,
          // The conversation's own event still follows: only after it everything up to here has been told.
          revision: Math.min(lastChange.get(message.id) ?? from, revision - 1),
          event: { type: "message" as const, message: customerMessageView(message) },
        }))
        .sort((a, b) => a.revision - b.revision || a.event.message.seq - b.event.message.seq),
      {
        conversationId,
        revision,
        event: { type: "conversation", conversation: customerConversationView(conversation) },
      },
    );
  }
  return told;
}

import { inboxRows } from "@/server/domain/conversations/inbox-rows";
import type { InboxEvent } from "@/server/domain/conversations/inbox-schema";
import { workspaceTopic } from "@/server/domain/conversations/record-change";
import { staffMessages } from "@/server/domain/conversations/thread-queries";
import {
  presentCursor,
  type WorkspaceChange,
  workspaceChangesAfter,
} from "@/server/domain/conversations/watch-workspace";
import type { MemberActor } from "@/server/lib/actor";
import type { Locale } from "@/server/lib/phrases";
import { realtime } from "@/server/realtime/realtime";

/** Without any wake-up changes are looked for this often: a hint may be lost. */
const lookEveryMs = 15_000;
/** While a running transaction holds changes back they are looked for this often. */
const heldBackMs = 500;
/** A sign-in that ended is noticed so soon, in a quiet workspace too. */
const checkEveryMs = 5_000;

export type WatchInbox = {
  /** `""` for the present. */
  cursor: string;
  locale: Locale;
  /** Throws once the member may no longer listen. */
  check: () => Promise<unknown>;
  signal: AbortSignal;
};

/**
 * What happens to a workspace's conversations from `cursor` on, until `signal` aborts: each changed conversation as its
 * list shows it, with the messages that changed. Each event carries the cursor to resume after it.
 */
export async function* inboxEvents(
  actor: MemberActor,
  { cursor: from, locale, check, signal }: WatchInbox,
): AsyncGenerator<{ id: string; event: InboxEvent }> {
  let isChanged = true;
  let wake: () => void = () => {};
  const rouse = () => wake();
  const unsubscribe = realtime.subscribe(workspaceTopic(actor.workspaceId), () => {
    isChanged = true;
    rouse();
  });
  signal.addEventListener("abort", rouse);
  const told = new Map<string, bigint>();
  let cursor = readCursor(from) ?? (await presentCursor());
  let lookAt = 0;
  let checkedAt = Date.now();
  try {
    while (!signal.aborted) {
      if (Date.now() - checkedAt >= checkEveryMs) {
        await check();
        checkedAt = Date.now();
      }
      if (isChanged || Date.now() >= lookAt) {
        isChanged = false;
        const read = await workspaceChangesAfter(actor.workspaceId, cursor);
        const fresh = [...read.changes, ...read.ahead].filter((change) => !told.has(keyOf(change)));
        ({ cursor } = read);
        if (read.wasReset) yield { id: cursor.toString(), event: { type: "reset" } };
        const reader = { locale, userId: actor.userId };
        const messageIds = [...new Set(fresh.flatMap(({ messageId }) => messageId ?? []))];
        const conversationIds = [...new Set(fresh.map(({ conversationId }) => conversationId))];
        const messages = await staffMessages(actor.workspaceId, messageIds, reader);
        for (const row of await inboxRows(actor.workspaceId, conversationIds, reader)) {
          const own = messages.filter(({ conversationId }) => conversationId === row.id);
          // Only after the last one all of this page has been told.
          const isLast = row.id === conversationIds.at(-1);
          const id = isLast ? cursor : before(fresh, cursor);
          yield { id: id.toString(), event: { type: "conversation", row, messages: own } };
        }
        for (const change of read.ahead) told.set(keyOf(change), change.xid);
        // What the cursor has passed does not come again.
        for (const [key, xid] of told) if (xid < cursor) told.delete(key);
        isChanged ||= read.hasMore;
        lookAt = Date.now() + (read.ahead.length > 0 ? heldBackMs : lookEveryMs);
      }
      if (isChanged || signal.aborted) continue;
      await pause(Math.min(lookAt - Date.now(), checkedAt + checkEveryMs - Date.now()), (resolve) => {
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
    timer = setTimeout(resolve, Math.max(0, ms));
    arm(resolve);
  });
  clearTimeout(timer);
}

function keyOf({ conversationId, revision }: WorkspaceChange): string {
  return `${conversationId}:${revision}`;
}

/** Before the first of them: a page that breaks off in the middle gets the whole of it once more. */
function before([first]: WorkspaceChange[], cursor: bigint): bigint {
  return first && first.xid < cursor ? first.xid : cursor;
}

/** Null for anything that no stream of ours gave out. */
function readCursor(cursor: string): bigint | null {
  return /^\d{1,19}$/.test(cursor) ? BigInt(cursor) : null;
}

import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changesSettled } from "@/scripts/testing/changes-settled";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { inboxEvents } from "./inbox-events";
import type { InboxEvent } from "./inbox-schema";
import { recordChange } from "./record-change";
import { presentCursor, workspaceChangesAfter } from "./watch-workspace";

let workspaceId: number;
let resourceId: number;
let ids: number[] = [];
const other = new Client({ connectionString: env.DATABASE_URL });

beforeAll(async () => {
  await other.connect();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, {
    token: `7100000001:${"a".repeat(35)}`,
    username: "watch_bot",
  });
});
afterAll(async () => {
  await other.end();
  await realtime.stop();
});

beforeEach(async () => {
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: crypto.randomUUID(), firstName: "Ann" },
  });
  const made = [1, 2].map(() =>
    db.conversation.create({ data: { workspaceId, resourceId, contactId: contact.id } }),
  );
  ids = (await Promise.all(made)).map(({ id }) => id);
  await changesSettled();
});

const change = (id: number | undefined) =>
  transaction((tx) => recordChange(tx, id ?? 0, { type: "conversation" }));
/** Another program's transaction that changed a conversation and has not ended. */
const changeElsewhere = async (id: number | undefined) => {
  await other.query("begin");
  await other.query(
    "insert into conversation_changes (conversation_id, workspace_id, revision, type) values ($1, $2, 99, 'conversation')",
    [id, workspaceId],
  );
};
const revisions = (changes: { conversationId: number; revision: number }[]) =>
  changes.map(({ conversationId, revision }) => [conversationId, revision]);

/** Reads until nothing is held back: other tests' transactions run beside these. */
const readAll = (cursor: bigint) =>
  until("everything that is held back", async () => {
    const read = await workspaceChangesAfter(workspaceId, cursor);
    return read.ahead.length === 0 && read.cursor > cursor ? read : undefined;
  });

test("the cursor never passes a transaction that still runs", async () => {
  const [first, second] = ids;
  const start = await presentCursor();
  await changeElsewhere(first);
  await change(second);
  const held = await workspaceChangesAfter(workspaceId, start);
  expect(held.changes).toEqual([]);
  expect(revisions(held.ahead)).toEqual([[second, 1]]);
  await other.query("commit");
  const free = await readAll(held.cursor);
  expect(revisions(free.changes)).toEqual([
    [first, 99],
    [second, 1],
  ]);
  expect(free.ahead).toEqual([]);
  expect((await workspaceChangesAfter(workspaceId, free.cursor)).changes).toEqual([]);
});

test("what was rolled back is never told", async () => {
  const start = await presentCursor();
  await changeElsewhere(ids[0]);
  await other.query("rollback");
  await change(ids[1]);
  const read = await readAll(start);
  expect(revisions(read.changes)).toEqual([[ids[1], 1]]);
});

test("another workspace's changes are not told", async () => {
  const start = await presentCursor();
  await change(ids[0]);
  expect((await workspaceChangesAfter(workspaceId + 1, start)).changes).toEqual([]);
});

test("a long log comes in pages, a transaction's changes together", async () => {
  const start = await presentCursor();
  await db.$executeRaw`insert into conversation_changes (conversation_id, workspace_id, revision, type)
    select ${ids[0]}, ${workspaceId}, generate_series(1, 700), 'conversation'`;
  await change(ids[1]);
  const first = await readAll(start);
  expect(first.changes.length).toBe(700);
  expect(first.hasMore).toBe(true);
  const second = await readAll(first.cursor);
  expect(revisions(second.changes)).toEqual([[ids[1], 1]]);
  expect(second.hasMore).toBe(false);
});

test("a cursor beyond the present, as after a restore, begins anew", async () => {
  const read = await workspaceChangesAfter(workspaceId, 2n ** 62n);
  expect(read).toMatchObject({ wasReset: true, changes: [] });
  expect(read.cursor).toBeLessThan(2n ** 62n);
});

function watch(cursor: string, check: () => Promise<unknown> = async () => undefined) {
  const stop = new AbortController();
  const seen: { id: string; event: InboxEvent }[] = [];
  const actor = { kind: "member", workspaceId, userId: 0, role: "owner" } as const;
  const done = (async () => {
    for await (const one of inboxEvents(actor, { cursor, locale: "en", check, signal: stop.signal }))
      seen.push(one);
  })();
  const end = async () => {
    stop.abort();
    await done;
  };
  return { seen, end, done };
}
const told = (seen: { event: InboxEvent }[]) =>
  seen.flatMap(({ event }) => (event.type === "conversation" ? [event.row.id] : []));

test("the inbox's stream tells at once what a running transaction holds back, and once", async () => {
  const [first, second] = ids;
  const { seen, end } = watch((await presentCursor()).toString());
  await changeElsewhere(first);
  await change(second);
  await until("the second conversation", async () => told(seen).includes(second ?? 0));
  await other.query("commit");
  await until("the first conversation", async () => told(seen).includes(first ?? 0));
  await sleep(700);
  await end();
  expect(told(seen)).toEqual([second, first]);
});

test("the stream goes on after the last event that was seen", async () => {
  const [first, second] = ids;
  const before = watch((await presentCursor()).toString());
  await change(first);
  await until("the first conversation", async () => told(before.seen).includes(first ?? 0));
  await before.end();
  await change(second);
  const after = watch(before.seen.at(-1)?.id ?? "");
  await until("the second conversation", async () => told(after.seen).includes(second ?? 0));
  await after.end();
  // What was told ahead of a transaction that ran then may come once more.
  expect(told(after.seen).filter((id) => id === second).length).toBe(1);
});

test("a page with another database's cursor is told to read anew", async () => {
  const { seen, end } = watch("4000000000000000000");
  await until("the reset", async () => seen.some(({ event }) => event.type === "reset"));
  await end();
});

test("a member who may no longer listen loses the stream within seconds", async () => {
  const { done } = watch("", async () => {
    throw new Error("login_required");
  });
  await expect(done).rejects.toThrow("login_required");
}, 10_000);

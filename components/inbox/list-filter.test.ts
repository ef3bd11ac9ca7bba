import { expect, it } from "vitest";
import { mergeRow } from "@/components/inbox/list-filter";
import type { InboxRow } from "@/server/domain/conversations/inbox-schema";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const row = (id: number, minute: number, more: Partial<InboxRow> = {}) =>
  ({
    id,
    revision: 1,
    state: "waiting",
    lastMessageAt: at(minute),
    waitingSince: at(minute),
    ...more,
  }) as InboxRow;
const ids = (rows: InboxRow[]) => rows.map(({ id }) => id);
const waiting = { state: "waiting", search: "" } as const;
const all = { state: "all", search: "" } as const;

it("puts who waits longest first, else who wrote last", () => {
  expect(ids(mergeRow([row(1, 1), row(3, 3)], row(2, 2), waiting, true))).toEqual([1, 2, 3]);
  expect(ids(mergeRow([row(3, 3), row(1, 1)], row(2, 2), all, true))).toEqual([3, 2, 1]);
  expect(ids(mergeRow([row(3, 3), row(1, 1)], row(1, 5, { revision: 2 }), all, true))).toEqual([1, 3]);
});

it("takes out what stands in another state now, and leaves in what was taken out by nobody", () => {
  const rows = [row(1, 1), row(2, 2)];
  expect(ids(mergeRow(rows, row(1, 1, { state: "manager", revision: 2 }), waiting, true))).toEqual([2]);
  expect(mergeRow(rows, row(9, 1, { state: "closed" }), waiting, true)).toBe(rows);
});

it("leaves what belongs behind the last row to the next page", () => {
  expect(ids(mergeRow([row(1, 1)], row(2, 2), waiting, false))).toEqual([1]);
  expect(ids(mergeRow([row(3, 3)], row(2, 2), all, false))).toEqual([3]);
});

it("keeps what a search found, and forgets older news", () => {
  const search = { state: "all", search: "x" } as const;
  const rows = [row(2, 2, { revision: 5 })];
  expect(ids(mergeRow(rows, row(3, 3), search, true))).toEqual([2]);
  expect(mergeRow(rows, row(2, 9, { revision: 6 }), search, true)[0]?.lastMessageAt).toBe(at(9));
  expect(mergeRow(rows, row(2, 9, { revision: 4 }), all, true)).toBe(rows);
});

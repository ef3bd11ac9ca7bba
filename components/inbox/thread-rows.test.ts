import { expect, it } from "vitest";
import { mergeMessages } from "@/components/inbox/merge-messages";
import { threadRows } from "@/components/inbox/thread-rows";
import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";

const message = (seq: number, minute: number, more: Partial<StaffMessageView> = {}) =>
  ({
    id: seq * 10,
    seq,
    author: "customer",
    kind: "text",
    authorName: "Ann",
    createdAt: new Date(Date.UTC(2026, 0, 1, 6, minute)).toISOString(),
    ...more,
  }) as StaffMessageView;

it("groups what one author wrote without a pause, under the day", () => {
  const rows = threadRows(
    [
      message(1, 0),
      message(2, 1),
      message(3, 2, { author: "manager" }),
      message(4, 3, { author: "manager", kind: "note" }),
      message(5, 60 * 24),
    ],
    [],
  );
  expect(
    rows.map((row) => (row.kind === "message" ? [row.message.seq, row.isFirst, row.isLast] : row.kind)),
  ).toEqual([
    "day",
    [1, true, false],
    [2, false, true],
    [3, true, true],
    [4, true, true],
    "day",
    [5, true, true],
  ]);
});

it("merges newer copies in order and leaves unread pages alone", () => {
  const known = [message(5, 0), message(7, 2)];
  const merged = mergeMessages(known, [message(7, 2, { text: "edited" }), message(6, 1), message(2, 0)], 5);
  expect(merged.map(({ seq, text }) => [seq, text])).toEqual([
    [5, undefined],
    [6, undefined],
    [7, "edited"],
  ]);
  expect(mergeMessages(known, [])).toBe(known);
});

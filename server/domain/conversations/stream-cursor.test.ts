import { expect, test } from "vitest";
import { cursorOf, readCursor } from "./stream-cursor";

test("a cursor reads back as it was written, newest conversation first", () => {
  const cursor = cursorOf([
    { id: 3, revision: 8 },
    { id: 9, revision: 2 },
  ]);
  expect(cursor).toBe("9.2_3.8");
  expect(readCursor(cursor)).toEqual([
    { id: 9, revision: 2 },
    { id: 3, revision: 8 },
  ]);
});

test("only the three newest conversations are followed", () => {
  const positions = [1, 2, 3, 4, 5].map((id) => ({ id, revision: id }));
  expect(cursorOf(positions)).toBe("5.5_4.4_3.3");
});

test("no conversation is a place too", () => {
  expect(readCursor(cursorOf([]))).toEqual([{ id: 0, revision: 0 }]);
});

test.each(["", "x", "1", "1.x", "1e999.1", "null.null", "1.5.7_", "3e9.1", "1.99999999999"])(
  "«%s» holds nothing the database could not compare",
  (cursor) => {
    for (const value of readCursor(cursor).flatMap(({ id, revision }) => [id, revision])) {
      expect(Number.isInteger(value) && Math.abs(value) < 2 ** 31).toBe(true);
    }
  },
);

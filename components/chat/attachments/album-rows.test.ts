import { expect, test } from "vitest";
import { albumRows } from "@/components/chat/attachments/album-rows";

const counts = (ratios: (number | null)[]) => albumRows(ratios).map(({ items }) => items.length);

test("every picture stands in the album once and in order", () => {
  for (let count = 1; count <= 13; count += 1) {
    const rows = albumRows(Array.from({ length: count }, () => null));
    expect(rows.flatMap(({ items }) => items.map(({ index }) => index))).toEqual([...Array(count).keys()]);
  }
});

test("two wide pictures stand one above the other, two tall ones side by side", () => {
  expect(counts([1.8, 1.5])).toEqual([1, 1]);
  expect(counts([0.7, 0.7])).toEqual([2]);
});

test("a panorama or a tower neither fills nor leaves the screen", () => {
  for (const ratio of [0.01, 50]) {
    const [row] = albumRows([ratio]);
    expect(row?.aspect).toBeGreaterThanOrEqual(0.75);
    expect(row?.aspect).toBeLessThanOrEqual(1.9);
  }
});

test("a row is filled to its end, also by one tall picture", () => {
  for (const ratios of [[0.6], [0.6, 0.6], [0.6, 1, 0.6], [0.75, 0.75, 0.75, 0.75, 0.75]]) {
    for (const { items } of albumRows(ratios)) {
      expect(items.reduce((sum, { grow }) => sum + grow, 0)).toBeGreaterThanOrEqual(1);
    }
  }
});

import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance";

describe("editDistance", () => {
  it.each([
    ["залог", "залог", 0],
    ["залог", "залаг", 1],
    ["залог", "злаог", 1],
    ["франшиза", "франщиз", 2],
    ["кот", "собака", 3],
  ])("%s ~ %s = %i", (left, right, distance) => {
    expect(editDistance(left, right, 2)).toBe(distance);
  });
});

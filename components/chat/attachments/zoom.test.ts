import { expect, test } from "vitest";
import { keepOnStage, LARGEST, WHOLE, zoomAt } from "@/components/chat/attachments/zoom";

const stage = { width: 400, height: 800 };
const picture = { width: 400, height: 300 };

test("the point under the finger stays there", () => {
  const at = { x: 120, y: -40 };
  const zoomed = zoomAt(WHOLE, 3, at);
  expect((at.x - zoomed.x) / zoomed.scale).toBeCloseTo(120);
  expect(zoomAt(zoomed, 1 / 3, at)).toEqual({ scale: 1, x: expect.closeTo(0), y: expect.closeTo(0) });
});

test("a picture never leaves the stage, nor becomes smaller or too large", () => {
  expect(keepOnStage({ scale: 0.2, x: 500, y: 500 }, picture, stage)).toEqual(WHOLE);
  expect(keepOnStage({ scale: 2, x: 500, y: 500 }, picture, stage)).toEqual({ scale: 2, x: 200, y: 0 });
  expect(zoomAt(WHOLE, 100, { x: 0, y: 0 }).scale).toBe(LARGEST);
});

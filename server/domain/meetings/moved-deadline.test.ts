import { expect, test } from "vitest";
import { movedDeadline } from "./moved-deadline";

const hourMs = 3600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs);

test("a deadline moves with its meeting", () => {
  const until = inHours(48);
  expect(movedDeadline(until, 24 * hourMs)).toEqual(new Date(until.getTime() + 24 * hourMs));
  expect(movedDeadline(null, hourMs)).toBeNull();
});

test("one that would have passed falls away, so that answers are taken", () => {
  expect(movedDeadline(inHours(2), -7 * 24 * hourMs)).toBeNull();
  expect(movedDeadline(inHours(-5), hourMs)).toBeNull();
});

test("of a meeting that stays in its place it stays, passed or not", () => {
  const passed = inHours(-1);
  expect(movedDeadline(passed, 0)).toBe(passed);
});

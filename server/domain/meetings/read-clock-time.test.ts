import { expect, test } from "vitest";
import { readClockTime } from "./read-clock-time";

test.each([
  ["10:00", "10:00"],
  ["10.30", "10:30"],
  ["9-30", "09:30"],
  ["9:05", "09:05"],
  ["0930", "09:30"],
  ["в 10", "10:00"],
  ["10", "10:00"],
  ["в 15 часов", "15:00"],
  ["15 ч", "15:00"],
  ["9 утра", "09:00"],
  ["7 вечера", "19:00"],
  ["2 дня", "14:00"],
  ["12 ночи", "00:00"],
  ["at 3 pm", "15:00"],
  ["3:30 p.m.", "15:30"],
  ["12 am", "00:00"],
  ["полдень", "12:00"],
  ["00:00", "00:00"],
  ["24:00", "no_such_time"],
  ["10:60", "no_such_time"],
  ["15 pm", "no_such_time"],
  ["утром", "unreadable"],
  ["10:0", "unreadable"],
  ["10:00:00", "unreadable"],
  ["", "unreadable"],
])("%s → %s", (text, expected) => {
  const read = readClockTime(text);
  expect(read.ok ? read.time : read.why).toBe(expected);
});

import { expect, test } from "vitest";
import { uploadTrouble } from "@/components/chat/uploads/upload-trouble";

test.each([
  [400, "empty", "empty"],
  [413, "too_large", "tooLarge"],
  [503, "storage_full", "unavailable"],
  [503, "storage_down", "unavailable"],
  [400, "interrupted", "failed"],
  [400, "too_slow", "failed"],
  [400, "bad_file_name", "refused"],
  [429, "rate_limited", "failed"],
  [429, "uploads_busy", "failed"],
  [429, "unsent_limit", "unsentLimit"],
  [429, "day_limit", "dayLimit"],
])("%i %s is told as %s", (status, code, trouble) => {
  expect(uploadTrouble({ status, body: { error: { code, message: "In words." } } })).toBe(trouble);
});

test("an answer of somebody in between is known by its status", () => {
  expect(uploadTrouble({ status: 0, body: null })).toBe("offline");
  expect(uploadTrouble({ status: 413, body: null })).toBe("tooLarge");
  expect(uploadTrouble({ status: 502, body: "<html>" })).toBe("failed");
});

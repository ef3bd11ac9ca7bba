import { expect, test } from "vitest";
import { MAX_FILE_BYTES } from "@/components/chat/file-limits";
import { chooseTrouble } from "@/components/chat/uploads/choose-trouble";

test("what cannot go is told before it is sent", () => {
  expect(chooseTrouble(0, 0)).toBe("empty");
  expect(chooseTrouble(MAX_FILE_BYTES, 9)).toBeNull();
  expect(chooseTrouble(MAX_FILE_BYTES + 1, 0)).toBe("tooLarge");
  expect(chooseTrouble(1, 10)).toBe("tooMany");
});

import { expect, test } from "vitest";
import { REACTIONS } from "@/components/chat/reactions";
import { REACTIONS as ALLOWED } from "@/server/domain/conversations/schema";

test("the page offers what the server takes", () => {
  expect(REACTIONS).toEqual(ALLOWED);
});

import { expect, test } from "vitest";
import { MAX_MESSAGE_LENGTH } from "@/components/chat/max-message-length";
import { MAX_MESSAGE_LENGTH as ALLOWED } from "@/server/domain/conversations/schema";

test("the page counts to the same length as the server", () => {
  expect(MAX_MESSAGE_LENGTH).toBe(ALLOWED);
});

import { expect, test } from "vitest";
import { formatDuration } from "@/components/chat/attachments/format-duration";

test("seconds read as on a player", () => {
  expect([0, 7.4, 59.6, 750, 3723].map(formatDuration)).toEqual(["0:00", "0:07", "1:00", "12:30", "1:02:03"]);
});

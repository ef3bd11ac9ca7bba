import { expect, test } from "vitest";
import * as known from "@/components/chat/file-limits";
import { MAX_FILE_BYTES, MAX_FILES_PER_MESSAGE } from "@/server/domain/files/schema";

test("the page knows the server's limits of files", () => {
  expect(known).toMatchObject({ MAX_FILE_BYTES, MAX_FILES_PER_MESSAGE });
});

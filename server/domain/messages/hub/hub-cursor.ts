import { z } from "zod";
import { AppError } from "@/server/lib/errors";

/** The last message of a page: the next one begins behind it. */
export type HubCursor = { sentAt: string; id: number };

const cursor = z.tuple([
  z.iso.datetime(),
  z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
]);

/** A place between two messages as clients carry it, opaque to them. */
export function writeHubCursor({ sentAt, id }: HubCursor): string {
  return Buffer.from(JSON.stringify([sentAt, id])).toString("base64url");
}

/** Reads what `writeHubCursor` wrote; throws `bad_input` (`cursor_unknown`) for anything else. */
export function readHubCursor(text: string): HubCursor {
  try {
    const [sentAt, id] = cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { sentAt, id };
  } catch {
    throw new AppError("bad_input", "cursor_unknown", "The cursor is not one that this list gave out.");
  }
}

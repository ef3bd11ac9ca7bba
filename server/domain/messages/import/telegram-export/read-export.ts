import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { JSONParser } from "@streamparser/json";

/** A message's own JSON with its chat's, and how far through the file it ends, 0 to 1. */
export type ExportedItem = { chat: Record<string, unknown>; message: unknown; share: number };

/** Not what Telegram Desktop writes: the line says what was expected. */
class NoExport extends Error {}

/**
 * Reads Telegram Desktop's `result.json`, of one chat or of a whole account, message by message in the order of the
 * file, however large it is. Throws NoExport for anything else.
 */
export async function* readExport(path: string): AsyncGenerator<ExportedItem> {
  const { size } = await stat(path);
  const parser = new JSONParser({
    paths: ["$.*", "$.messages.*", "$.chats.list.*.*", "$.chats.list.*.messages.*"].concat([
      "$.left_chats.list.*.*",
      "$.left_chats.list.*.messages.*",
    ]),
    keepStack: false,
  });
  let chat: Record<string, unknown> = {};
  let place = "";
  let found: Omit<ExportedItem, "share">[] = [];
  let broken: Error | undefined;
  let isExport = false;
  let isWhole = false;
  parser.onValue = ({ value, key, stack }) => {
    const above = stack.map((one) => one.key ?? "$");
    if (above.at(-1) === "messages") {
      isExport = true;
      found.push({ chat, message: value });
      return;
    }
    // What stands before a chat's messages: its name, type and id.
    const here = above.join("/");
    if (here !== place) {
      place = here;
      chat = {};
    }
    if (typeof key !== "string") return;
    if (key === "messages") isExport = true;
    else if (typeof value !== "object") chat = { ...chat, [key]: value };
  };
  parser.onError = (error) => {
    broken = error;
  };
  parser.onEnd = () => {
    isWhole = true;
  };
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const bytes: Uint8Array = chunk;
    try {
      parser.write(bytes);
    } catch (error) {
      broken ??= error instanceof Error ? error : new Error(String(error));
    }
    read += bytes.byteLength;
    for (const item of found) yield { ...item, share: read / size };
    found = [];
    if (broken) throw new NoExport(`The file is not whole JSON: ${broken.message}`);
  }
  if (!isExport)
    throw new NoExport(
      "The file is no export of Telegram Desktop: export the chat as “Machine-readable JSON” and name its result.json.",
    );
  if (!isWhole) throw new NoExport("The file breaks off before its end: copy or export it again.");
}

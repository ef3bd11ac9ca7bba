import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type {
  BadRow,
  ImportedMessage,
  ImportPlace,
  ImportSource,
  ImportStep,
} from "@/server/domain/messages/import/schema";
import { importBatch, storeImported } from "@/server/domain/messages/import/store-imported";
import { exportedChat } from "@/server/domain/messages/import/telegram-export/exported-chat";
import { exportedMessage } from "@/server/domain/messages/import/telegram-export/exported-message";
import { readExport } from "@/server/domain/messages/import/telegram-export/read-export";
import type { Tx } from "@/server/lib/db";

/** Telegram Desktop's export as a source; its cursor is the number of messages that were passed. */
export async function telegramExport(path: string): Promise<ImportSource> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return {
    kind: "telegram-export",
    key: hash.digest("hex"),
    steps: (place, cursor) => steps(path, place, Number(cursor.passed ?? 0)),
    close: async () => undefined,
  };
}

async function* steps(path: string, place: ImportPlace, done: number): AsyncGenerator<ImportStep> {
  let passed = 0;
  let messages: ImportedMessage[] = [];
  let bad: BadRow[] = [];
  let what = "";
  let share = 0;
  const step = (): ImportStep => {
    const batch = messages;
    const made = {
      store: (tx: Tx) => storeImported(tx, place, batch),
      cursor: { passed },
      bad,
      what,
      share,
    } satisfies ImportStep;
    messages = [];
    bad = [];
    return made;
  };
  let given: Record<string, unknown> | null = null;
  let chat: ReturnType<typeof exportedChat> = null;
  for await (const item of readExport(path)) {
    passed += 1;
    if (passed <= done) continue;
    if (item.chat !== given) {
      given = item.chat;
      chat = exportedChat(given);
      what = String(given.name ?? given.type ?? "");
      if (!chat && given.type !== "saved_messages")
        bad.push({ where: `chat “${what}”`, why: `its kind “${given.type}” is not known` });
    }
    share = item.share;
    if (!chat) continue;
    const read = exportedMessage(item.message, chat, place);
    if (read.ok) messages.push(read.message);
    else
      bad.push({
        where: `chat “${what}”, message ${numberOf(item.message) ?? `no. ${passed}`}`,
        why: read.why,
      });
    if (messages.length >= importBatch) yield step();
  }
  share = 1;
  yield step();
}

function numberOf(message: unknown): unknown {
  return typeof message === "object" && message !== null && "id" in message ? message.id : null;
}

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { olderHub } from "@/server/domain/messages/import/older-hub/older-hub";
import type { ImportSource } from "@/server/domain/messages/import/schema";
import { telegramExport } from "@/server/domain/messages/import/telegram-export/telegram-export";

/** A source by what it is called: a `postgres://` address, or a `result.json` or the folder of one; in words why it cannot be read. */
export async function openSource(
  from: string,
): Promise<{ ok: true; source: ImportSource } | { ok: false; reason: string }> {
  try {
    if (/^postgres(ql)?:\/\//.test(from)) return { ok: true, source: await olderHub(from) };
    const isFolder = (await stat(from)).isDirectory();
    return { ok: true, source: await telegramExport(isFolder ? join(from, "result.json") : from) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

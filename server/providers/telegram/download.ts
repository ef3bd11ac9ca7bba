import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { GrammyError } from "grammy";
import type { DownloadFailure, FilesCapability, World } from "@/server/providers/provider";
import { apiFor } from "@/server/providers/telegram/api-for";
import type { TelegramCredentials } from "@/server/providers/telegram/schema";
import { toSendFailure } from "@/server/providers/telegram/to-send-failure";

/**
 * A file that somebody sent, as getFile hands it out: up to 20 MB (https://core.telegram.org/bots/api#getfile). The
 * address carries the token, so neither it nor an error that may quote it leaves this function.
 */
export const download: FilesCapability<TelegramCredentials>["download"] = async (
  { token },
  world,
  externalFileId,
  signal,
) => {
  const found = await filePath(token, world, externalFileId, signal);
  if (typeof found !== "string") return found;
  let response: Response;
  try {
    const path = found.split("/").map(encodeURIComponent).join("/");
    response = await fetch(`${world.apiRoot}/file/bot${token}/${path}`, { signal, redirect: "error" });
  } catch {
    return { ok: false, kind: "retry", detail: "Telegram's files could not be reached." };
  }
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    const detail = `Telegram answered ${response.status} instead of the file.`;
    return { ok: false, kind: response.status === 404 ? "gone" : "retry", detail };
  }
  const size = Number(response.headers.get("content-length"));
  return {
    ok: true,
    // Node's own stream type; fetch's is declared by the DOM library.
    stream: Readable.fromWeb(response.body as ReadableStream),
    ...(size > 0 && { sizeBytes: size }),
  };
};

async function filePath(
  token: string,
  world: World,
  externalFileId: string,
  signal: AbortSignal,
): Promise<string | DownloadFailure> {
  try {
    // The library's own type of signal lacks what Node's newest has; they are the same object.
    const file = await apiFor(token, world).getFile(externalFileId, signal as never);
    return file.file_path ?? { ok: false, kind: "gone", detail: "Telegram gave no path of the file." };
  } catch (error) {
    if (error instanceof GrammyError && /file is too big/i.test(error.description)) {
      return { ok: false, kind: "too_large", detail: error.description };
    }
    const failure = toSendFailure(error);
    const later = failure.kind === "unauthorised" || /temporarily unavailable/i.test(failure.detail);
    if (failure.kind !== "retry" && !later) return { ok: false, kind: "gone", detail: failure.detail };
    const afterMs = failure.kind === "retry" ? failure.afterMs : undefined;
    return { ok: false, kind: "retry", detail: failure.detail, ...(afterMs !== undefined && { afterMs }) };
  }
}

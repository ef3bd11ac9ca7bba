import { type Api, InputFile } from "grammy";
import type { OpenFile, OutgoingFile, Target } from "@/server/providers/provider";
import type { MediaWay } from "@/server/providers/telegram/media-ways";
import { FileUnavailable } from "@/server/providers/telegram/to-send-failure";

/** What sending needs: `upload` is the same bot with the patience that sending a file takes. */
export type SendDoor = { api: Api; upload: Api; target: Target; openFile: OpenFile };

/** Telegram's id of a file, or its bytes. */
export type MediaSource = string | InputFile;

/**
 * Opens the files that go by bytes, for one call, and closes them after it; they are streamed, never held whole.
 * Null, without a call, when the bytes of one are gone.
 */
export async function withSources<Sent>(
  { api, upload, openFile }: SendDoor,
  files: { file: OutgoingFile; way: MediaWay }[],
  use: (api: Api, sources: MediaSource[]) => Promise<Sent>,
): Promise<Sent | null> {
  const streams: { destroy(): void }[] = [];
  const sources: MediaSource[] = [];
  try {
    for (const { file, way } of files) {
      if (way.by === "id" && file.externalFileId) {
        sources.push(file.externalFileId);
        continue;
      }
      const bytes = file.fileId ? await opened(openFile, file.fileId) : null;
      if (!bytes) return null;
      streams.push(bytes.stream);
      sources.push(new InputFile(bytes.stream, quoted(file.fileName)));
    }
    return await use(streams.length > 0 ? upload : api, sources);
  } finally {
    for (const stream of streams) stream.destroy();
  }
}

/** The library writes the name into its header bare, where a space, a letter or a bracket would end it. */
function quoted(fileName: string): string {
  return `"${fileName.replaceAll(/["\\\p{Cc}]/gu, "_")}"`;
}

async function opened(openFile: OpenFile, fileId: string): ReturnType<OpenFile> {
  try {
    return await openFile(fileId);
  } catch (error) {
    // Thrown on it would look as if nobody knew whether the message was sent.
    throw new FileUnavailable("The storage of files cannot be reached.", { cause: error });
  }
}

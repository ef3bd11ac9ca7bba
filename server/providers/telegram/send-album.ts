import { InputMediaBuilder } from "grammy";
import type { FileKind, OutgoingFile, SendResult } from "@/server/providers/provider";
import { callTelegram } from "@/server/providers/telegram/call-telegram";
import { type MediaWay, mediaWays } from "@/server/providers/telegram/media-ways";
import type { Caption, SendOptions } from "@/server/providers/telegram/transform";
import { type MediaSource, type SendDoor, withSources } from "@/server/providers/telegram/with-sources";

/** Sends two to ten files of one album: by the ids they have, and when one is refused, all by their bytes. */
export async function sendAlbum(
  door: SendDoor,
  files: OutgoingFile[],
  caption: Caption,
  options: SendOptions,
): Promise<SendResult> {
  const best = files.map((file) => mediaWays(file)[0]);
  const hasIds = best.some((way) => way?.by === "id");
  for (const ways of hasIds ? [best, files.map(bytesInKind)] : [best]) {
    const pairs = files.flatMap((file, index) => {
      const way = ways[index];
      return way ? [{ file, way }] : [];
    });
    if (pairs.length < files.length) continue;
    const result = await callTelegram(door.api, door.target, () =>
      withSources(door, pairs, (api, sources) =>
        api.sendMediaGroup(Number(door.target.chatId), toAlbum(pairs, sources, caption), options),
      ),
    );
    if (result.ok && result.sent)
      return { ok: true, externalIds: result.sent.map(({ message_id }) => String(message_id)) };
    if (!result.ok && result.kind !== "refused") return result;
  }
  return { ok: false, kind: "refused", detail: "This album cannot be sent as one." };
}

/** Its bytes in its own kind: another kind would not fit into the same album. */
function bytesInKind(file: OutgoingFile): MediaWay | undefined {
  return mediaWays(file).find(({ kind, by }) => by === "bytes" && kind === file.kind);
}

function toAlbum(
  pairs: { file: OutgoingFile; way: { kind: FileKind } }[],
  sources: MediaSource[],
  { text, entities }: Caption,
) {
  const items = pairs.map(({ file, way }, index) => ({
    source: sources[index] ?? "",
    kind: way.kind,
    words: index === 0 && text ? { caption: text, caption_entities: entities } : {},
    duration: file.durationSeconds,
    width: file.width,
    height: file.height,
  }));
  switch (pairs[0]?.way.kind) {
    case "audio":
      return items.map(({ source, words, duration }) =>
        InputMediaBuilder.audio(source, { ...words, duration }),
      );
    case "document":
      return items.map(({ source, words }) => InputMediaBuilder.document(source, words));
    default:
      return items.map(({ source, kind, words, ...film }) =>
        kind === "video"
          ? InputMediaBuilder.video(source, { ...words, ...film })
          : InputMediaBuilder.photo(source, words),
      );
  }
}

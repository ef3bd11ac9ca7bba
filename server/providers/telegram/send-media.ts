import type { OutgoingFile, OutgoingMedia, SendResult } from "@/server/providers/provider";
import { callTelegram } from "@/server/providers/telegram/call-telegram";
import { sendAlbum } from "@/server/providers/telegram/send-album";
import { sendFile } from "@/server/providers/telegram/send-file";
import type { Caption, SendExtras } from "@/server/providers/telegram/transform";
import type { SendDoor } from "@/server/providers/telegram/with-sources";

/**
 * Sends one item or an album, each item as one message; an album that Telegram refuses goes item by item.
 * `alreadySent` of a failure: the items that were sent before it.
 */
export async function sendMedia(
  door: SendDoor,
  items: OutgoingMedia[],
  caption: Caption,
  extras: SendExtras,
): Promise<SendResult> {
  const files = items.filter(isFile);
  if (files.length > 1 && files.length === items.length) {
    const { reply_markup: _noneUnderAlbums, ...options } = extras;
    const album = await sendAlbum(door, files, caption, options);
    if (album.ok || album.kind !== "refused") return album;
  }
  const { reply_parameters: _ofTheFirst, ...laterExtras } = extras;
  const externalIds: string[] = [];
  for (const [index, item] of items.entries()) {
    const sent =
      index === 0
        ? await sendItem(door, item, caption, extras)
        : await sendItem(door, item, { text: "" }, laterExtras);
    if (!sent.ok) return index === 0 ? sent : { ...sent, alreadySent: externalIds };
    externalIds.push(...sent.externalIds);
  }
  return { ok: true, externalIds };
}

function isFile(item: OutgoingMedia): item is OutgoingFile {
  return item.kind !== "location" && item.kind !== "contact";
}

async function sendItem(
  door: SendDoor,
  item: OutgoingMedia,
  caption: Caption,
  extras: SendExtras,
): Promise<SendResult> {
  if (isFile(item)) return sendFile(door, item, caption, extras);
  const { api, target } = door;
  const chat = Number(target.chatId);
  const result = await callTelegram<{ message_id: number }>(api, target, () => {
    if (item.kind === "contact") {
      const { phoneNumber, firstName, lastName } = item;
      return api.sendContact(chat, phoneNumber, firstName, { ...extras, last_name: lastName });
    }
    const { latitude, longitude, title, address } = item;
    // Telegram asks for an address with every named place.
    return title
      ? api.sendVenue(chat, latitude, longitude, title, address || title, extras)
      : api.sendLocation(chat, latitude, longitude, extras);
  });
  return result.ok ? { ok: true, externalIds: [String(result.sent.message_id)] } : result;
}

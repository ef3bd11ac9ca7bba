import type { OutgoingMessage, SendResult } from "@/server/providers/provider";
import { callTelegram } from "@/server/providers/telegram/call-telegram";
import { type Part, planMessage } from "@/server/providers/telegram/plan-message";
import { sendMedia } from "@/server/providers/telegram/send-media";
import {
  entitiesWithin,
  type SendExtras,
  sendOptions,
  toKeyboard,
} from "@/server/providers/telegram/transform";
import type { SendDoor } from "@/server/providers/telegram/with-sources";

/**
 * Sends a message, in several if it is long or carries much, going on after those that an earlier try sent. Where
 * Telegram refuses the Mini App's address its link goes as text.
 */
export async function sendMessage(
  door: SendDoor,
  message: OutgoingMessage,
  alreadySent: string[] = [],
): Promise<SendResult> {
  const first = await sendParts(door, message, false, alreadySent);
  if (first.ok || first.kind !== "address_refused") return first;
  return sendParts(door, message, true, first.alreadySent ?? alreadySent);
}

async function sendParts(
  door: SendDoor,
  message: OutgoingMessage,
  linksAsText: boolean,
  alreadySent: string[],
): Promise<SendResult> {
  const parts = planMessage(message, linksAsText);
  const keyboard = toKeyboard(message.buttons, linksAsText);
  const externalIds = [...alreadySent];
  let before = 0;
  for (const part of parts) {
    const size = part.type === "media" ? part.items.length : 1;
    const done = Math.min(externalIds.length - before, size);
    before += size;
    if (done === size) continue;
    const extras: SendExtras = {
      ...sendOptions(message, door.target, externalIds.length === 0),
      ...(part === parts.at(-1) && keyboard && { reply_markup: keyboard }),
    };
    const sent = await sendPart(door, message, part, done, extras);
    if (!sent.ok) {
      const all = [...externalIds, ...(sent.alreadySent ?? [])];
      return all.length > 0 ? { ...sent, alreadySent: all } : sent;
    }
    externalIds.push(...sent.externalIds);
  }
  return { ok: true, externalIds };
}

/** `done`: how many items of an album stand there already. */
async function sendPart(
  door: SendDoor,
  { entities }: OutgoingMessage,
  part: Part,
  done: number,
  extras: SendExtras,
): Promise<SendResult> {
  if (part.type === "media") {
    const text = done === 0 ? part.caption : "";
    const caption = { text, entities: entitiesWithin(entities, 0, text.length) };
    return sendMedia(door, part.items.slice(done), caption, extras);
  }
  const { text, start } = part.piece;
  const result = await callTelegram(door.api, door.target, () =>
    door.api.sendMessage(Number(door.target.chatId), text, {
      ...extras,
      entities: entitiesWithin(entities, start, text.length),
      link_preview_options: { is_disabled: true },
    }),
  );
  return result.ok ? { ok: true, externalIds: [String(result.sent.message_id)] } : result;
}

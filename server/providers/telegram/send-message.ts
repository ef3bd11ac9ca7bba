import type { Api } from "grammy";
import type { OutgoingMessage, SendFailure, SendResult, Target } from "@/server/providers/provider";
import { isAlreadySo, isTopicClosed, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { type TelegramMessage, toTelegramMessages } from "@/server/providers/telegram/transform";

/**
 * Sends a message, in pieces if it is long, going on after those that an earlier try sent. Where Telegram refuses the
 * Mini App's address its link goes as text; a topic that somebody closed by hand is opened again.
 */
export async function sendMessage(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  alreadySent: string[] = [],
): Promise<SendResult> {
  const first = await sendPieces(api, target, toTelegramMessages(message, target, "buttons"), alreadySent);
  if (first.ok || first.kind !== "address_refused") return first;
  const pieces = toTelegramMessages(message, target, "text");
  return sendPieces(api, target, pieces, first.alreadySent ?? alreadySent);
}

async function sendPieces(
  api: Api,
  target: Target,
  pieces: TelegramMessage[],
  alreadySent: string[],
): Promise<SendResult> {
  const externalIds = [...alreadySent];
  for (const piece of pieces.slice(alreadySent.length)) {
    const sent = await sendPiece(api, target, piece);
    if (typeof sent !== "string") {
      return externalIds.length > 0 ? { ...sent, alreadySent: externalIds } : sent;
    }
    externalIds.push(sent);
  }
  return { ok: true, externalIds };
}

/** The message's id, or why it could not be sent. */
async function sendPiece(
  api: Api,
  target: Target,
  { text, options }: TelegramMessage,
): Promise<string | SendFailure> {
  const send = async () => String((await api.sendMessage(Number(target.chatId), text, options)).message_id);
  try {
    return await send();
  } catch (error) {
    if (!target.topicId || !isTopicClosed(error)) return toSendFailure(error);
    try {
      await api.reopenForumTopic(Number(target.chatId), Number(target.topicId));
      return await send();
    } catch (second) {
      return toSendFailure(second);
    }
  }
}

/** Follows an edit; what no longer fits one message keeps its first piece. */
export async function editMessage(
  api: Api,
  target: Target,
  externalId: string,
  message: OutgoingMessage,
): Promise<SendResult> {
  const edited = await editAs(api, target, externalId, toTelegramMessages(message, target, "buttons"));
  if (edited.ok || edited.kind !== "address_refused") return edited;
  return editAs(api, target, externalId, toTelegramMessages(message, target, "text"));
}

async function editAs(
  api: Api,
  target: Target,
  externalId: string,
  [piece]: TelegramMessage[],
): Promise<SendResult> {
  try {
    if (piece) {
      const { entities, reply_markup, link_preview_options } = piece.options;
      await api.editMessageText(Number(target.chatId), Number(externalId), piece.text, {
        entities,
        reply_markup,
        link_preview_options,
      });
    }
    return { ok: true, externalIds: [] };
  } catch (error) {
    return isAlreadySo(error) ? { ok: true, externalIds: [] } : toSendFailure(error);
  }
}

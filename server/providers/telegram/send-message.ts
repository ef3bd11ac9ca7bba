import type { Api } from "grammy";
import type { OutgoingMessage, SendResult, Target } from "@/server/providers/provider";
import { isAlreadySo, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { toTelegramMessages } from "@/server/providers/telegram/transform";

/** Sends a message, in pieces if it is long; where Telegram refuses the Mini App's address its link goes as text. */
export async function sendMessage(api: Api, target: Target, message: OutgoingMessage): Promise<SendResult> {
  const sent = await sendPieces(api, target, message, "buttons");
  if (sent.ok || sent.kind !== "address_refused") return sent;
  return sendPieces(api, target, message, "text");
}

async function sendPieces(
  api: Api,
  target: Target,
  message: OutgoingMessage,
  links: "buttons" | "text",
): Promise<SendResult> {
  const externalIds: string[] = [];
  try {
    for (const { text, options } of toTelegramMessages(message, target, links)) {
      const sent = await api.sendMessage(Number(target.chatId), text, options);
      externalIds.push(String(sent.message_id));
    }
    return { ok: true, externalIds };
  } catch (error) {
    return toSendFailure(error);
  }
}

/** Follows an edit; what no longer fits one message keeps its first piece. */
export async function editMessage(
  api: Api,
  target: Target,
  externalId: string,
  message: OutgoingMessage,
): Promise<SendResult> {
  const [piece] = toTelegramMessages(message, target, "buttons");
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

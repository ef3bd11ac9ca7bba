import type { Api } from "grammy";
import type { OutgoingAct, Provider, SendResult, Target } from "@/server/providers/provider";
import { apiFor } from "@/server/providers/telegram/api-for";
import { probe } from "@/server/providers/telegram/probe";
import {
  type TelegramCredentials,
  type TelegramSettings,
  telegramCredentials,
  telegramSettings,
} from "@/server/providers/telegram/schema";
import { editMessage, sendMessage } from "@/server/providers/telegram/send-message";
import { isAlreadySo, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { changeTopic, createTopic } from "@/server/providers/telegram/topics";

/** Telegram's limit of the short text that answers a pressed button. */
const pressTextLimit = 200;

async function act(api: Api, target: Target, wanted: OutgoingAct): Promise<SendResult> {
  if (wanted.type === "message") return sendMessage(api, target, wanted.message, wanted.alreadySent);
  if (wanted.type === "edit") return editMessage(api, target, wanted.externalId, wanted.message);
  if (!target.topicId) return { ok: false, kind: "refused", detail: "This act needs a topic." };
  const change =
    wanted.type === "look" ? { look: wanted.look } : wanted.type === "close-topic" ? "close" : "reopen";
  return changeTopic(api, target.chatId, target.topicId, change);
}

/** Telegram bots: https://core.telegram.org/bots/api. */
export const telegram: Provider<TelegramCredentials, TelegramSettings> = {
  slug: "telegram",
  credentialsSchema: telegramCredentials,
  settingsSchema: telegramSettings,
  apiRoots: { service: "https://api.telegram.org", simulator: (simulatorUrl) => simulatorUrl },
  probe: ({ token }, world, settings) => probe(apiFor(token, world), settings),
  channel: {
    act: ({ token }, world, target, wanted) => act(apiFor(token, world), target, wanted),
    createTopic: ({ token }, world, chatId, look) => createTopic(apiFor(token, world), chatId, look),
    async showTyping({ token }, world, { chatId, topicId }) {
      const options = topicId ? { message_thread_id: Number(topicId) } : {};
      try {
        await apiFor(token, world).sendChatAction(Number(chatId), "typing", options);
      } catch (error) {
        // Throws on for everything that Telegram or the way to it did not cause.
        toSendFailure(error);
      }
    },
    async answerButton({ token }, world, pressId, text) {
      try {
        await apiFor(token, world).answerCallbackQuery(pressId, { text: text?.slice(0, pressTextLimit) });
      } catch (error) {
        if (!isAlreadySo(error)) throw error;
      }
    },
  },
};

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
import { isAlreadySo } from "@/server/providers/telegram/to-send-failure";
import { changeTopic, createTopic } from "@/server/providers/telegram/topics";

async function act(api: Api, target: Target, wanted: OutgoingAct): Promise<SendResult> {
  if (wanted.type === "message") return sendMessage(api, target, wanted.message);
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
      await apiFor(token, world).sendChatAction(Number(chatId), "typing", options);
    },
    async answerButton({ token }, world, pressId, text) {
      try {
        await apiFor(token, world).answerCallbackQuery(pressId, { text });
      } catch (error) {
        if (!isAlreadySo(error)) throw error;
      }
    },
  },
};

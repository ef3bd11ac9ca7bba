import { env } from "@/server/lib/env";
import type { OutgoingAct, Provider, SendResult } from "@/server/providers/provider";
import { apiFor, uploadApiFor } from "@/server/providers/telegram/api-for";
import { download } from "@/server/providers/telegram/download";
import { editMessage } from "@/server/providers/telegram/edit-message";
import { health } from "@/server/providers/telegram/health";
import { links } from "@/server/providers/telegram/links";
import { probe } from "@/server/providers/telegram/probe";
import { react } from "@/server/providers/telegram/react";
import {
  type TelegramCredentials,
  type TelegramSettings,
  telegramCredentials,
  telegramSettings,
} from "@/server/providers/telegram/schema";
import { sendMessage } from "@/server/providers/telegram/send-message";
import { isAlreadySo, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { changeTopic, createTopic } from "@/server/providers/telegram/topics";
import { webhook } from "@/server/providers/telegram/webhook";
import type { SendDoor } from "@/server/providers/telegram/with-sources";

/** Telegram's limit of the short text that answers a pressed button. */
const pressTextLimit = 200;

async function act(door: SendDoor, wanted: OutgoingAct): Promise<SendResult> {
  const { api, target } = door;
  if (wanted.type === "message") return sendMessage(door, wanted.message, wanted.alreadySent);
  if (wanted.type === "edit") return editMessage(door, wanted.externalId, wanted.message, wanted.caption);
  if (wanted.type === "reaction") return react(api, target, wanted.externalId, wanted.emoji);
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
  apiRoots: {
    service: "https://api.telegram.org",
    simulator: (simulatorUrl) => simulatorUrl,
    override: () => (env.TELEGRAM_API_ROOT ? { apiRoot: env.TELEGRAM_API_ROOT } : undefined),
  },
  probe: ({ token }, world, settings) => probe(apiFor(token, world), settings),
  health: ({ token }, world) => health(apiFor(token, world)),
  links,
  webhook,
  files: { download },
  channel: {
    act: ({ token }, world, target, wanted, openFile) =>
      act({ api: apiFor(token, world), upload: uploadApiFor(token, world), target, openFile }, wanted),
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

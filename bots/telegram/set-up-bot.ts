import { type Api, GrammyError } from "grammy";
import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { type Locale, phrase } from "@/server/lib/phrases";
import type { TelegramSettings } from "@/server/providers/telegram/schema";

const customerCommands = (locale: Locale) => [
  { command: "start", description: phrase(locale, "Managers.commandStart") },
  { command: "help", description: phrase(locale, "Managers.commandHelp") },
  { command: "operator", description: phrase(locale, "Managers.commandOperator") },
];
const staffCommands = (locale: Locale) => [
  { command: "close", description: phrase(locale, "Managers.commandClose") },
  { command: "ai", description: phrase(locale, "Managers.commandAi") },
  { command: "note", description: phrase(locale, "Managers.commandNote") },
  { command: "card", description: phrase(locale, "Managers.commandCard") },
  { command: "managers", description: phrase(locale, "Managers.commandManagers") },
];

/** What the owner should know about the set-up although the bot works. */
export type SetUpWarning = { code: "web_app_address_refused"; detail: string };

/**
 * Gives the bot its commands in both languages and the *Open chat* menu button. Telegram takes https addresses only:
 * where it refuses ours, the bot works on with links as text, and the warning says so.
 */
export async function setUpBot(
  api: Api,
  resourceId: number,
  settings: TelegramSettings,
): Promise<SetUpWarning | null> {
  await api.setMyCommands(customerCommands("en"), { scope: { type: "all_private_chats" } });
  await api.setMyCommands(customerCommands("ru"), {
    scope: { type: "all_private_chats" },
    language_code: "ru",
  });
  for (const groupId of settings.managerGroupIds) await setGroupCommands(api, groupId);
  const url = miniAppAddress(resourceId);
  try {
    await api.setChatMenuButton({
      menu_button: { type: "web_app", text: phrase("en", "Bot.openChat"), web_app: { url } },
    });
    return null;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    logger.warn({ resourceId, detail: error.description }, "Telegram refuses the Mini App's address");
    return { code: "web_app_address_refused", detail: `${env.APP_URL ?? url}: ${error.description}` };
  }
}

/** A group that is gone or refuses is reported by the probe; commands there are a convenience. */
async function setGroupCommands(api: Api, groupId: string): Promise<void> {
  const scope = { type: "chat" as const, chat_id: Number(groupId) };
  try {
    await api.setMyCommands(staffCommands("en"), { scope });
    await api.setMyCommands(staffCommands("ru"), { scope, language_code: "ru" });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 401) throw error;
    logger.warn({ groupId, detail: error.description }, "commands could not be set in the managers' group");
  }
}

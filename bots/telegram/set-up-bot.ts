import { type Api, GrammyError } from "grammy";
import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";
import type { TelegramSettings } from "@/server/providers/telegram/schema";

type Scope = NonNullable<Parameters<Api["setMyCommands"]>[1]>["scope"];

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
 * where it refuses ours, the bot works on with links as text, and the warning says so. Other refusals are logged: a
 * bot without a list of commands still answers.
 */
export async function setUpBot(
  api: Api,
  resourceId: number,
  workspaceLocale: string,
  settings: TelegramSettings,
): Promise<SetUpWarning | null> {
  await setCommands(api, { type: "all_private_chats" }, customerCommands);
  for (const groupId of settings.managerGroupIds) {
    await setCommands(api, { type: "chat", chat_id: Number(groupId) }, staffCommands);
  }
  const url = miniAppAddress(resourceId);
  const text = phrase(localeFor(workspaceLocale), "Bot.openChat");
  const refusal = await refusalOf(() =>
    api.setChatMenuButton({ menu_button: { type: "web_app", text, web_app: { url } } }),
  );
  return refusal?.error_code === 400
    ? { code: "web_app_address_refused", detail: `${env.APP_URL ?? url}: ${refusal.description}` }
    : null;
}

async function setCommands(
  api: Api,
  scope: Scope,
  commands: (locale: Locale) => { command: string; description: string }[],
): Promise<void> {
  await refusalOf(() => api.setMyCommands(commands("en"), { scope }));
  await refusalOf(() => api.setMyCommands(commands("ru"), { scope, language_code: "ru" }));
}

/** Telegram's refusal of a part of the set-up, logged; null when it was taken. A broken connection throws. */
async function refusalOf(act: () => Promise<unknown>): Promise<GrammyError | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 401) throw error;
    logger.warn({ method: error.method, detail: error.description }, "Telegram refused a part of the set-up");
    return error;
  }
}

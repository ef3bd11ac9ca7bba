import type { Button, Chat, ReplyMarkup } from "../world/telegram-objects";
import { badRequest } from "./refusal";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

function parsedUrl(url: string): URL | null {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  return URL.canParse(full) ? new URL(full) : null;
}

/** Web App addresses must be HTTPS; plain HTTP passes on loopback alone, as in Telegram's test environment. */
export function checkWebAppUrl(url: string, where: string): void {
  const parsed = parsedUrl(url);
  if (parsed?.protocol === "https:" && parsed.hostname.includes(".")) return;
  if (parsed && ["http:", "https:"].includes(parsed.protocol) && LOOPBACK.has(parsed.hostname)) return;
  const why = parsed?.protocol === "http:" ? "Only HTTPS links are allowed" : "Wrong HTTP URL";
  throw badRequest(`${where} Web App URL '${url}' is invalid: ${why}`);
}

function checkLinkUrl(url: string): void {
  const parsed = parsedUrl(url);
  if (parsed && ["tg:", "tonsite:", "ton:"].includes(parsed.protocol)) return;
  const good =
    parsed &&
    ["http:", "https:"].includes(parsed.protocol) &&
    parsed.hostname.includes(".") &&
    !LOOPBACK.has(parsed.hostname);
  if (!good) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function checkInlineButton(button: Button, chat: Chat): void {
  if (button.text === "") throw badRequest("inline keyboard button text is empty");
  if (button.url !== undefined) {
    checkLinkUrl(button.url);
    return;
  }
  if (button.callback_data !== undefined) {
    const size = Buffer.byteLength(button.callback_data);
    if (size < 1 || size > 64) throw badRequest("BUTTON_DATA_INVALID");
    return;
  }
  if (button.web_app) {
    checkWebAppUrl(button.web_app.url, "inline keyboard button");
    if (chat.type !== "private") throw badRequest("BUTTON_TYPE_INVALID");
    return;
  }
  const actions = Object.keys(button).filter(
    (key) => !["text", "style", "icon_custom_emoji_id"].includes(key),
  );
  if (actions.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
}

/** Refuses the buttons that Telegram refuses in this chat; returns the markup as kept on the message. */
export function checkMarkup(markup: unknown, chat: Chat): ReplyMarkup | undefined {
  if (typeof markup !== "object" || markup === null) return undefined;
  const { inline_keyboard: inline, keyboard } = markup as ReplyMarkup;
  for (const button of (inline ?? []).flat()) checkInlineButton(button, chat);
  for (const button of (keyboard ?? []).flat()) {
    if (typeof button === "string" || !button.web_app) continue;
    checkWebAppUrl(button.web_app.url, "keyboard button");
    if (chat.type !== "private") throw badRequest("BUTTON_TYPE_INVALID");
  }
  if (inline) {
    const rows = inline.filter((row) => row.length > 0);
    return rows.length > 0 ? { inline_keyboard: rows } : undefined;
  }
  return markup as ReplyMarkup;
}

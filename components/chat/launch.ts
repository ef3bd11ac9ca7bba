import type { ThemeParams } from "@/components/chat/chat-theme";

/** What opened the page: the proof of who the customer is, and how their Telegram looks. */
export type Launch = {
  /** Signed by Telegram, passed on as it came; "" when the page was not opened from Telegram. */
  initData: string;
  /** Our resource's id from `?bot=`, "" when left out. */
  bot: string;
  /** Telegram's id of the customer, for keys of local storage only: the server believes nothing but the signature. */
  userId: string;
  /** ISO 639-1 from Telegram, then the browser. */
  language: string;
  themeParams: ThemeParams;
};

type Place = { hash: string; search: string };
type Store = Pick<Storage, "getItem" | "setItem">;

function readJson(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function strings(record: Record<string, unknown>): ThemeParams {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function kept(store: Store | null, key: string, fresh: string): string {
  try {
    if (fresh) store?.setItem(key, fresh);
    return fresh || (store?.getItem(key) ?? "");
  } catch {
    return fresh;
  }
}

/**
 * Reads `#tgWebAppData` and `#tgWebAppThemeParams`; without them what Telegram's own script knows, and last what this
 * tab was opened with before a reload.
 */
export function readLaunch(
  place: Place,
  store: Store | null,
  browserLanguage: string,
  scriptInitData = "",
): Launch {
  const hash = new URLSearchParams(place.hash.replace(/^#/, ""));
  const bot = new URLSearchParams(place.search).get("bot") ?? "";
  const initData = kept(store, `assistchat:init:${bot}`, hash.get("tgWebAppData") || scriptInitData);
  const theme = kept(store, "assistchat:theme", hash.get("tgWebAppThemeParams") ?? "");
  const user = readJson(new URLSearchParams(initData).get("user"));
  return {
    initData,
    bot,
    userId: String(user.id ?? ""),
    language: typeof user.language_code === "string" ? user.language_code : browserLanguage,
    themeParams: strings(readJson(theme)),
  };
}

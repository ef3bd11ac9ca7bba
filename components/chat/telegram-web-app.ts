/** The part of Telegram's own script that the chat uses (core.telegram.org/bots/webapps). */
export type TelegramWebApp = {
  initData: string;
  ready(): void;
  expand(): void;
  close(): void;
  isVersionAtLeast(version: string): boolean;
  openLink(url: string): void;
  disableVerticalSwipes?(): void;
  /** From 6.2 on. */
  enableClosingConfirmation?(): void;
  disableClosingConfirmation?(): void;
  /** From 8.0 on; `url` is absolute. */
  downloadFile?(file: { url: string; file_name: string }): void;
  setHeaderColor?(colour: string): void;
  setBackgroundColor?(colour: string): void;
  BackButton: { show(): void; hide(): void; onClick(run: () => void): void; offClick(run: () => void): void };
  HapticFeedback: {
    impactOccurred(style: "light" | "medium"): void;
    notificationOccurred(type: "success" | "warning" | "error"): void;
  };
  themeParams: Record<string, string>;
  onEvent(event: "themeChanged", run: () => void): void;
  offEvent(event: "themeChanged", run: () => void): void;
};

type TelegramWindow = Window & { Telegram?: { WebApp?: TelegramWebApp }; TelegramWebviewProxy?: unknown };

const SCRIPT_URL = "https://telegram.org/js/telegram-web-app.js";

/** Telegram's script once it has loaded, else null: the chat works without it. */
export function telegramWebApp(): TelegramWebApp | null {
  return (window as TelegramWindow).Telegram?.WebApp ?? null;
}

/** Calls `onLoaded` when Telegram's script is there; loads it only inside a Telegram client, and never blocks the page. */
export function loadTelegramWebApp(onLoaded: (webApp: TelegramWebApp) => void): void {
  const ready = () => {
    const webApp = telegramWebApp();
    if (webApp) onLoaded(webApp);
  };
  if (telegramWebApp()) {
    ready();
    return;
  }
  // Phones and desktop give a bridge; Telegram's web clients are the page around this one.
  const isInClient =
    (window as TelegramWindow).TelegramWebviewProxy !== undefined ||
    /\.telegram\.org\//.test(document.referrer);
  if (!isInClient || !navigator.onLine) return;
  const script = document.createElement("script");
  script.src = SCRIPT_URL;
  script.async = true;
  script.onload = ready;
  document.head.append(script);
}

/** A short touch signal where the client can give one. */
export function haptic(kind: "sent" | "arrived" | "failed"): void {
  const webApp = telegramWebApp();
  if (!webApp?.isVersionAtLeast("6.1")) return;
  if (kind === "failed") webApp.HapticFeedback.notificationOccurred("error");
  else webApp.HapticFeedback.impactOccurred(kind === "sent" ? "light" : "medium");
}

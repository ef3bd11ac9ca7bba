import { listen as listenToTelegram } from "@/bots/telegram/listen";

/** Listens for one resource until aborted; `onAlive` shows the watchdog that it does not hang. */
export type Listener = (
  holder: string,
  resourceId: number,
  signal: AbortSignal,
  onAlive: () => void,
) => Promise<void>;

const listeners: Record<string, Listener> = { telegram: listenToTelegram };

/** The listener of a provider's resources. Throws for a provider that does not listen. */
export function listenerFor(provider: string): Listener {
  const listener = listeners[provider];
  if (!listener) throw new Error(`Nothing listens for “${provider}”`);
  return listener;
}

import type { Listener } from "@/bots/listener";
import { listen as listenToTelegram } from "@/bots/telegram/listen";

/** The listeners by provider; a provider that only sends has none. */
export const listeners: Readonly<Record<string, Listener>> = { telegram: listenToTelegram };

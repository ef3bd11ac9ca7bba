import type { Listener } from "@/bots/listener";

/** The listener of a provider: what `bots/<slug>/listen.ts` exports as `listen`. Throws where there is none. */
export async function listenerFor(provider: string): Promise<Listener> {
  const { href } = new URL(`${provider}/listen.ts`, import.meta.url);
  const { listen }: { listen?: Listener } = await import(/* @vite-ignore */ href);
  if (!listen) throw new Error(`Nothing listens for “${provider}”`);
  return listen;
}

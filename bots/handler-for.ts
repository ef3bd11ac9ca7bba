import type { UpdateHandler } from "@/bots/update-handler";

/** How a provider's updates are handled: what `bots/<slug>/update-handler.ts` exports as `updateHandler`. Throws where there is none. */
export async function handlerFor(provider: string): Promise<UpdateHandler<unknown>> {
  const { href } = new URL(`${provider}/update-handler.ts`, import.meta.url);
  const { updateHandler }: { updateHandler?: UpdateHandler<unknown> } = await import(/* @vite-ignore */ href);
  if (!updateHandler) throw new Error(`Nobody handles what comes from “${provider}”`);
  return updateHandler;
}

import { handlerFor } from "@/bots/handler-for";
import { listeningSlugs } from "@/server/providers/registry";

/** Has every provider's handler of updates at hand, so that the first update does not wait for its code. */
export async function loadHandlers(): Promise<void> {
  await Promise.all(listeningSlugs.map(handlerFor));
}

import { handlerFor } from "@/bots/handler-for";
import { listeningSlugs } from "@/server/providers/registry";

/** Has every provider's bot bring up to date the messages that show how a meeting stands. */
export async function refreshSummaries(asked: { meetingId: number }): Promise<void> {
  for (const slug of listeningSlugs) await (await handlerFor(slug)).refreshSummaries?.(asked);
}

import { logger } from "@/server/lib/logger";
import type { Bus } from "@/server/realtime/bus";

/** After a failure the spare is used for so long before the first is tried again. */
const restMs = 3000;

/** Publishes over `first`, over `spare` while that fails, and listens to both: a wake may come twice, which is harmless. */
export function busWithSpare(first: Bus, spare: Bus): Bus {
  let restsUntil = 0;
  let failed = false;
  return {
    async publish(wakes) {
      if (Date.now() >= restsUntil) {
        try {
          await first.publish(wakes);
          failed = false;
          return;
        } catch (error) {
          if (!failed) logger.warn({ error: String(error) }, "wake-ups go through Postgres for now");
          failed = true;
          restsUntil = Date.now() + restMs;
        }
      }
      await spare.publish(wakes);
    },
    start(onWake, onGap) {
      first.start(onWake, onGap);
      spare.start(onWake, onGap);
    },
    trouble: () => first.trouble() ?? spare.trouble(),
    async stop() {
      await Promise.all([first.stop(), spare.stop()]);
    },
  };
}

import { parentPort } from "node:worker_threads";
import type { ListenerLink, ListenTask } from "@/bots/listener";
import { serveListeners } from "@/bots/watchdog/serve-listeners";

const kept: number[][] = [];

/** A listener whose credentials say how it fails after its first update was stored. */
async function listen({ credentials }: ListenTask, link: ListenerLink, signal: AbortSignal): Promise<void> {
  await link.works();
  await link.take([{ externalId: "1", lane: "1", payload: {} }]);
  const { manner } = credentials as { manner: string };
  if (manner === "loop") for (;;) kept.length = 0;
  // As long as it takes: whatever the limit is, it is passed.
  if (manner === "leak") for (;;) kept.push(Array.from({ length: 1000 }, Math.random));
  if (manner === "crash")
    setTimeout(() => {
      throw new Error("nobody catches this");
    });
  if (manner === "exit") process.exit(3);
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
}

if (!parentPort) throw new Error("This runs in a worker thread only");
serveListeners(parentPort, async () => listen);

import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { World, WorldEvent } from "../world/world";

const PING_MS = 15_000;
/** Internal book-keeping that no page needs to hear of. */
const SILENT = new Set(["confirmed", "update"]);

/** Streams what changes in the world as server-sent events, each `{type, …}` with a running id. */
export function eventStream(c: Context, world: World): Response {
  return streamSSE(c, async (stream) => {
    let id = 0;
    let wake: () => void = () => undefined;
    const waiting: WorldEvent[] = [];
    const listener = (event: WorldEvent) => {
      if (event.type === "world" && SILENT.has(String(event.what))) return;
      waiting.push(structuredClone(event));
      wake();
    };
    world.listeners.add(listener);
    const stop = () => wake();
    world.closing.signal.addEventListener("abort", stop);
    stream.onAbort(stop);
    const ping = setInterval(stop, PING_MS);
    await stream.writeSSE({ event: "ready", data: "{}" });
    while (!stream.aborted && !world.closing.signal.aborted) {
      const events = waiting.splice(0);
      for (const event of events) await stream.writeSSE({ id: String(++id), data: JSON.stringify(event) });
      if (waiting.length > 0) continue;
      const before = Date.now();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (waiting.length === 0 && Date.now() - before >= PING_MS / 2) {
        await stream.writeSSE({ event: "ping", data: "{}" });
      }
    }
    clearInterval(ping);
    world.closing.signal.removeEventListener("abort", stop);
    world.listeners.delete(listener);
  });
}

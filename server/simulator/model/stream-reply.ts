import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { World } from "../world/world";

const CHUNK_CHARS = 12;

/** Streams a reply in small chunks; a truncated one loses its connection half-way, with no `[DONE]`. */
export function streamReply(
  c: Context<{ Bindings: HttpBindings }>,
  world: World,
  reply: { head: object; content: string; truncated: boolean; usage: object | null },
): Response {
  const { head, content, truncated, usage } = reply;
  const chunk = (delta: object, finish: string | null) =>
    JSON.stringify({
      ...head,
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    });
  return streamSSE(c, async (stream) => {
    await stream.writeSSE({ data: chunk({ role: "assistant", content: "" }, null) });
    for (let at = 0; at < content.length && !stream.aborted; at += CHUNK_CHARS) {
      await stream.writeSSE({ data: chunk({ content: content.slice(at, at + CHUNK_CHARS) }, null) });
      await sleep(world.state.settings.model.chunkMs);
    }
    if (truncated) {
      c.env.incoming.socket.destroy();
      return;
    }
    await stream.writeSSE({ data: chunk({}, "stop") });
    if (usage) {
      const last = { ...head, object: "chat.completion.chunk", choices: [], usage };
      await stream.writeSSE({ data: JSON.stringify(last) });
    }
    await stream.writeSSE({ data: "[DONE]" });
  });
}

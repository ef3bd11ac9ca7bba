import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { emit, type World } from "../world/world";
import { botOfRequest } from "./bot-of-request";
import { type KchatStream, streamPlan } from "./kchat-live";
import { KchatRefusal } from "./kchat-refusal";
import { kchatState, PUBLIC_WORKSPACE } from "./kchat-state";

const text = new TextEncoder();

function workspacesOf(header: string | undefined): string[] {
  if (header === undefined) return [PUBLIC_WORKSPACE];
  const ids = header.split(",").map((id) => id.trim());
  if (!ids.every((id) => /^-?\d{1,19}$/.test(id))) {
    throw new KchatRefusal(400, "WorkspaceIds: 64-bit numbers with commas");
  }
  return ids;
}

/** `GET /api/v2/events/bot`: what happens in the bot's chats from now on; nothing is told again. */
export function kchatStream(c: Context<{ Bindings: HttpBindings }>, world: World): Response {
  const bot = botOfRequest(world, c);
  if (!(c.req.header("accept") ?? "").includes("text/event-stream")) {
    throw new KchatRefusal(406, "Accept must be text/event-stream");
  }
  const workspaceIds = workspacesOf(c.req.header("workspaceids"));
  const plan = streamPlan(world.kchat, bot.id);
  if (plan.refuse > 0) {
    plan.refuse--;
    throw new KchatRefusal(503, "planned");
  }
  const { socket } = c.env.incoming;
  const { streams } = world.kchat;
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const stream: KchatStream = {
        bot: bot.id,
        workspaceIds,
        write: (frame) => controller.enqueue(text.encode(frame)),
        cut: () => {
          leave();
          // What was written just now still goes out; then the connection breaks without a goodbye.
          setTimeout(() => socket.destroy(), 5);
        },
      };
      const ping = () => {
        if (!streamPlan(world.kchat, bot.id).mute) stream.write("event: PING\ndata: {}\n\n");
      };
      const timer = setInterval(ping, kchatState(world).settings.pingMs);
      leave = () => {
        clearInterval(timer);
        if (streams.delete(stream)) emit(world, { type: "kchat", what: "world" });
      };
      streams.add(stream);
      emit(world, { type: "kchat", what: "world" });
      ping();
    },
    cancel: () => leave(),
  });
  return c.body(body, 200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
}

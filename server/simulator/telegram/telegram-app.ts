import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { recordCall } from "../world/calls";
import { readStoredFile } from "../world/files";
import type { Bot, Fault, World } from "../world/world";
import { readParameters } from "./read-parameters";
import { Refusal } from "./refusal";
import { methodNamed, runCall } from "./run-call";

/** The next fault meant for this call, counted down; faults with no times left are forgotten. */
function takeFault(world: World, bot: Bot, method: string): Fault | undefined {
  const fault = world.faults.find(
    (one) =>
      (one.bot === undefined || one.bot === bot.user.id) &&
      (one.method === "*" || one.method.toLowerCase() === method.toLowerCase()),
  );
  if (!fault) return undefined;
  fault.times--;
  if (fault.times <= 0) world.faults.splice(world.faults.indexOf(fault), 1);
  return fault;
}

const refusalBody = ({ code, description, parameters }: Refusal) => ({
  ok: false,
  error_code: code,
  description,
  ...(parameters && { parameters }),
});

/** The Bot API: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function telegramApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.on(["GET", "POST"], "/:bot{bot[^/]+}/:method", async (c) => {
    const bot = world.botsByToken.get(decodeURIComponent(c.req.param("bot").slice(3)));
    if (!bot) return c.json(refusalBody(new Refusal(401, "Unauthorized")), 401);
    const method = methodNamed(c.req.param("method"));
    if (!method) return c.json(refusalBody(new Refusal(404, "Not Found: method not found")), 404);
    const record = { at: Date.now(), bot: bot.user.id, method };
    let parameters: unknown = null;
    try {
      const sent = await readParameters(c.req.raw);
      parameters = sent.parameters;
      const fault = takeFault(world, bot, method);
      if (fault?.delayMs) await sleep(fault.delayMs);
      if (fault?.dropConnection) {
        recordCall(world, { ...record, parameters, ok: false, description: "connection dropped" });
        c.env.incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
      if (fault?.errorCode) {
        throw new Refusal(
          fault.errorCode,
          fault.description ?? "Internal Server Error",
          fault.retryAfter === undefined ? undefined : { retry_after: fault.retryAfter },
        );
      }
      const result = await runCall(world, bot, method, sent, c.req.raw.signal);
      if (fault?.dropAnswer) {
        recordCall(world, { ...record, parameters, ok: false, description: "answer dropped" });
        c.env.incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      }
      if (method !== "getUpdates") recordCall(world, { ...record, parameters, ok: true });
      return c.json({ ok: true, result });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, description } = error;
      recordCall(world, { ...record, parameters, ok: false, errorCode: code, description });
      return new Response(JSON.stringify(refusalBody(error)), {
        status: code,
        headers: { "content-type": "application/json" },
      });
    }
  });

  app.get("/file/:bot{bot[^/]+}/:path{.+}", (c) => {
    const bot = world.botsByToken.get(decodeURIComponent(c.req.param("bot").slice(3)));
    if (!bot) return c.json(refusalBody(new Refusal(401, "Unauthorized")), 401);
    const path = c.req.param("path");
    const file = [...world.state.files.values()].find((one) => one.path === path);
    if (!file) return c.json(refusalBody(new Refusal(404, "Not Found")), 404);
    return c.body(new Uint8Array(readStoredFile(world, file)), 200, { "content-type": file.mime });
  });

  return app;
}

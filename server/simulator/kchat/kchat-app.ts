import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import type { World } from "../world/world";
import { botOfRequest } from "./bot-of-request";
import { parseKchatJson } from "./kchat-json";
import type { KchatCall, KchatFault } from "./kchat-live";
import { getUserMethod, type KchatMethod, kchatMethods } from "./kchat-methods";
import { KchatRefusal, refusalAnswer } from "./kchat-refusal";
import { type KchatBot, kchatState } from "./kchat-state";
import { kchatStream } from "./kchat-stream";

const CALLS_KEPT = 20_000;
const MINUTE_MS = 60_000;
type Served = { Bindings: HttpBindings };

function keep(world: World, call: KchatCall): void {
  const { calls } = world.kchat;
  calls.push(call);
  if (calls.length > CALLS_KEPT) calls.splice(0, CALLS_KEPT / 2);
}

/** Counts a request against the bot's requests of the last minute. */
function checkLimit(world: World, bot: KchatBot): void {
  const { enabled, perMinute } = kchatState(world).settings.requestLimit;
  if (!enabled) return;
  const now = Date.now();
  const recent = (world.kchat.requests.get(bot.id) ?? []).filter((at) => at > now - MINUTE_MS);
  world.kchat.requests.set(bot.id, recent);
  if (recent.length >= perMinute) throw new KchatRefusal(429, `more than ${perMinute} requests in a minute`);
  recent.push(now);
}

/** The next fault meant for this call, counted down. */
function takeFault(world: World, bot: KchatBot, name: string): KchatFault | undefined {
  const { faults } = world.kchat;
  const fault = faults.find(
    (one) => (one.bot === undefined || one.bot === bot.id) && (one.method === "*" || one.method === name),
  );
  if (fault && --fault.times <= 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
}

function checkedBody(method: KchatMethod, text: string, contentType: string): unknown {
  if (text !== "" && !contentType.startsWith("application/json")) {
    throw new KchatRefusal(415, "the body must be application/json");
  }
  let body: unknown;
  try {
    body = text === "" ? {} : parseKchatJson(text);
  } catch {
    throw new KchatRefusal(400, "the body is not JSON");
  }
  const checked = method.schema.safeParse(body);
  if (checked.success) return body;
  const issue = checked.error.issues[0];
  throw new KchatRefusal(400, `${issue?.path.join(".") || "body"}: ${issue?.message ?? "invalid"}`);
}

/** KChat's bot API and event stream, below `/kchat`: both of a resource's base URLs are this address. */
export function kchatApp(world: World): Hono<Served> {
  const app = new Hono<Served>();

  async function serve(c: Context<Served>, name: string, method: KchatMethod): Promise<Response> {
    const call: KchatCall = {
      at: Date.now(),
      bot: null,
      method: name,
      path: c.req.param(),
      body: null,
      status: 200,
    };
    let fault: KchatFault | undefined;
    let answer: Response;
    try {
      const bot = botOfRequest(world, c);
      call.bot = bot.id;
      const text = await c.req.text();
      call.body = text;
      checkLimit(world, bot);
      fault = takeFault(world, bot, name);
      if (fault?.delayMs) await sleep(fault.delayMs);
      const failure = fault?.status && new KchatRefusal(fault.status, fault.message ?? "planned");
      if (fault && (failure || fault.drop) && !fault.carriedOut) {
        throw failure || new KchatRefusal(504, "dropped");
      }
      for (const [part, id] of Object.entries(call.path)) {
        if (!/^-?\d{1,19}$/.test(id)) throw new KchatRefusal(400, `${part}: not a 64-bit number`);
      }
      const body = checkedBody(method, text, c.req.header("content-type") ?? "");
      call.body = body;
      const result = method.run({ world, bot, path: call.path }, body);
      if (failure) throw failure;
      answer = c.body(JSON.stringify(result), 200, { "content-type": "application/json" });
    } catch (error) {
      if (!(error instanceof KchatRefusal)) throw error;
      call.status = error.status;
      answer = refusalAnswer(error);
    }
    keep(world, call);
    if (!fault?.drop) return answer;
    c.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }

  for (const [path, method] of Object.entries(kchatMethods)) {
    const name = path.slice(path.indexOf("/") + 1);
    app.post(`/botapi/v1/${path}${method.path}`, (c) => serve(c, name, method));
  }
  app.post("/api/v1/users/getUser", (c) => serve(c, "getUser", getUserMethod));
  app.get("/api/v2/events/bot", (c) => kchatStream(c, world));
  app.all("*", (c) => refusalAnswer(new KchatRefusal(404, `no ${c.req.method} ${c.req.path}`)));
  app.onError((error) => {
    if (error instanceof KchatRefusal) return refusalAnswer(error);
    throw error;
  });
  return app;
}

import { Hono } from "hono";
import { z } from "zod";
import { kchatRoutes } from "../kchat/kchat-routes";
import { MODEL_MODES, mergeSettings, SPEECH_MODES } from "../world/settings";
import { createWorld, emit, emptyState, type World } from "../world/world";
import { zoomRoutes } from "../zoom/zoom-routes";
import { eventStream } from "./event-stream";
import { groupRoutes } from "./group-routes";
import { messageRoutes } from "./message-routes";
import { peopleRoutes } from "./people-routes";
import { Problem, readBody } from "./problem";
import { worldView } from "./world-view";

const faultSchema = z.strictObject({
  bot: z.number().optional(),
  method: z.string().default("*"),
  errorCode: z.number().int().min(400).max(599).optional(),
  description: z.string().optional(),
  /** Seconds. */
  retryAfter: z.number().int().optional(),
  delayMs: z.number().int().nonnegative().optional(),
  dropConnection: z.boolean().optional(),
  dropAnswer: z.boolean().optional(),
  times: z.number().int().positive().default(1),
});

const settingsChange = z.strictObject({
  strict: z.boolean().optional(),
  webhookRetryMs: z.number().int().positive().optional(),
  floodLimits: z
    .strictObject({
      enabled: z.boolean(),
      privatePerSecond: z.number().positive(),
      privateBurst: z.number().int().positive(),
      groupPerMinute: z.number().int().positive(),
      overallPerSecond: z.number().int().positive(),
    })
    .partial()
    .optional(),
  model: z
    .strictObject({
      mode: z.enum(MODEL_MODES),
      delayMs: z.number().int().min(0),
      chunkMs: z.number().int().min(0),
    })
    .partial()
    .optional(),
  speech: z
    .strictObject({ mode: z.enum(SPEECH_MODES), delayMs: z.number().int().min(0) })
    .partial()
    .optional(),
});

/** Empties the world but for its settings; waiting calls and listeners stay. */
function reset(world: World): void {
  const { settings } = world.state;
  const fresh = createWorld({ ...emptyState(settings.strict), settings }, world.filesFolder);
  for (const poller of world.pollers.values()) poller.wake();
  for (const stream of world.kchat.streams) stream.cut();
  const { listeners: _listeners, closing: _closing, ...rest } = fresh;
  Object.assign(world, rest);
  emit(world, { type: "world", what: "reset" });
}

/** The control API, under `/control`: tests and the page act in the world and look at it through this. */
export function controlApp(world: World): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof Problem) return c.json({ error: { message: error.message } }, error.status);
    throw error;
  });
  app.get("/world", (c) => c.json(worldView(world)));
  app.get("/events", (c) => eventStream(c, world));
  app.post("/faults", async (c) => {
    const fault = await readBody(c, faultSchema);
    world.faults.push(fault);
    return c.json(fault, 201);
  });
  app.delete("/faults", (c) => {
    world.faults.length = 0;
    return c.json({ faults: 0 });
  });
  app.put("/settings", async (c) => {
    world.state.settings = mergeSettings(world.state.settings, await readBody(c, settingsChange));
    world.floods.clear();
    emit(world, { type: "world", what: "settings" });
    return c.json(world.state.settings);
  });
  app.get("/calls", (c) => {
    const { bot, method, since } = c.req.query();
    const calls = world.calls.filter(
      (call) =>
        (bot === undefined || call.bot === Number(bot)) &&
        (method === undefined || call.method === method) &&
        (since === undefined || call.at >= Number(since)),
    );
    return c.json({ calls });
  });
  app.post("/reset", (c) => {
    reset(world);
    return c.json({ reset: true });
  });
  app.route("/", peopleRoutes(world));
  app.route("/", groupRoutes(world));
  app.route("/", messageRoutes(world));
  app.route("/", zoomRoutes(world));
  app.route("/kchat", kchatRoutes(world));
  return app;
}

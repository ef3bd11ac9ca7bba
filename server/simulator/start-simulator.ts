import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type HttpBindings, serve } from "@hono/node-server";
import { Hono } from "hono";
import { controlApp } from "./control/control-app";
import { type DemoCast, type DemoGroup, loadDemoCast, loadDemoGroup } from "./control/load-demo-cast";
import { addBot } from "./control/people-routes";
import { kchatApp } from "./kchat/kchat-app";
import { type KchatCast, loadKchatCast } from "./kchat/load-kchat-cast";
import { modelApp } from "./model/model-app";
import { openaiSpeechApp, yandexSpeechApp } from "./speech/speech-app";
import { telegramApp } from "./telegram/telegram-app";
import { keepSaved, loadState } from "./world/persistence";
import { createWorld, emptyState } from "./world/world";
import { zoomApp } from "./zoom/zoom-app";

export interface SimulatorOptions {
  /** 0 = any free port. */
  port: number;
  host?: string;
  strict?: boolean;
  /** Where the world is kept over restarts; files stand in a folder beside it. Absent = in memory. */
  stateFile?: string;
  /** Who lives in a new world; in a restored one only the bot's token is renewed. */
  demo?: { cast: DemoCast; group?: DemoGroup; token: string; kchat?: { cast: KchatCast; token: string } };
  log?: { error(details: object, text: string): void };
}

export interface Simulator {
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts the simulated outside world (Bot API, KChat, model, Zoom, control API) on one HTTP port. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port, host = "127.0.0.1", strict = true, stateFile, demo, log } = options;
  const saved = stateFile ? loadState(stateFile) : null;
  const world = createWorld(saved ?? emptyState(strict), stateFile ? `${stateFile}.files` : null);
  const stopSaving = stateFile ? keepSaved(world, stateFile) : () => undefined;

  if (demo && world.state.bots.size === 0) loadDemoCast(world, demo.cast, demo.token);
  else if (demo) addBot(world, { ...demo.cast.bot, token: demo.token });
  if (demo?.group) loadDemoGroup(world, demo.cast, demo.group);
  if (demo?.kchat) loadKchatCast(world, demo.kchat.cast, demo.kchat.token);

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    // Loopback is reachable from any web page: refuse other sites and names rebound to this address.
    const { hostname } = new URL(c.req.url);
    const foreign = c.req.header("sec-fetch-site") === "cross-site";
    if (foreign || !["localhost", "127.0.0.1", "[::1]", host].includes(hostname)) {
      return c.json({ error: { message: "the simulator answers on this machine only" } }, 403);
    }
    return next();
  });
  app.route("/", telegramApp(world));
  app.route("/v1", modelApp(world));
  app.route("/v1", openaiSpeechApp(world));
  app.route("/", yandexSpeechApp(world));
  app.route("/zoom", zoomApp(world));
  app.route("/kchat", kchatApp(world));
  app.route("/control", controlApp(world));
  app.get("/", (c) => c.json({ simulator: true }));
  app.onError((error, c) => {
    log?.error({ err: error, path: c.req.path.replace(/bot[^/]+/, "bot***") }, "simulator call failed");
    return c.json(
      { ok: false, error_code: 500, description: `Internal Server Error: ${error.message}` },
      500,
    );
  });

  const server = await new Promise<Server>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(started)) as Server;
    started.once("error", reject);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    port: address.port,
    close: async () => {
      world.closing.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      stopSaving();
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeMember } from "@/scripts/testing/make-member";
import { makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { healthOf } from "@/server/domain/resources/health-of";
import { env } from "@/server/lib/env";
import { type KchatScene, startKchatScene } from "@/server/simulator/kchat/kchat-scene";

type Bot = Awaited<ReturnType<KchatScene["addBot"]>>;

let scene: KchatScene;
let bot: Bot;
let group: Awaited<ReturnType<KchatScene["group"]>>;
let workspaceId: number;
let resourceId: number;
let bots: RunningBots | undefined;

beforeAll(async () => {
  scene = await startKchatScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  group = await scene.group("Проверка", [bot, await scene.addPerson()]);
  workspaceId = await makeCompany();
  resourceId = await connectKchat(workspaceId, bot, { healthCheckGroupId: group.id });
});
afterAll(async () => {
  await bots?.stop();
  await scene.close();
});

/** Runs the command as people and cron do; what is left out of `settings` is not set. */
async function healthCheck(settings: Record<string, string>, options: string[] = []) {
  const { PATH, NODE_OPTIONS, NODE_ENV } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/health-check.ts", ...options], {
    env: {
      PATH,
      NODE_OPTIONS,
      NODE_ENV,
      API_BASE_URL: scene.baseUrl,
      SSE_BASE_URL: scene.baseUrl,
      ...settings,
    },
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (words += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, words: words.replace(/\(node:.*\n.*\n/g, "") };
}

/** An address that takes requests and never answers them. */
async function deafServer() {
  const server = createServer(() => undefined).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

const named = () => ({ BOT_TOKEN: bot.token, HEALTH_CHECK_GROUP_ID: group.id });

it("exits with 2 where the configuration is wrong, and says what is", async () => {
  const { HEALTH_CHECK_GROUP_ID, BOT_TOKEN } = named();
  expect(await healthCheck({ HEALTH_CHECK_GROUP_ID })).toMatchObject({
    code: 2,
    words: expect.stringMatching(/BOT_TOKEN/),
  });
  expect(await healthCheck({ BOT_TOKEN })).toMatchObject({
    code: 2,
    words: expect.stringMatching(/HEALTH_CHECK_GROUP_ID/),
  });
  expect(await healthCheck({ ...named(), HEALTH_CHECK_TIMEOUT: "soon" })).toMatchObject({ code: 2 });
  expect(await healthCheck({ ...named(), HEALTH_CHECK_GROUP_ID: "1" })).toMatchObject({ code: 2 });
  const stranger = await scene.addBot();
  await scene.expire(stranger);
  const expired = await healthCheck({ ...named(), BOT_TOKEN: stranger.token });
  expect(expired).toMatchObject({ code: 2, words: expect.stringMatching(/expired/) });
}, 60_000);

it("ends in its time, with 1, where KChat takes every request and answers none", async () => {
  const deaf = await deafServer();
  const ended = await healthCheck({
    ...named(),
    HEALTH_CHECK_TIMEOUT: "1",
    API_BASE_URL: deaf.baseUrl,
    SSE_BASE_URL: scene.baseUrl,
  });
  await deaf.close();
  expect(ended).toEqual({ code: 1, words: "The bot does not answer: No answer within 1 s.\n" });
}, 20_000);

it("exits with 1 while nobody listens, and with 0 once somebody does, leaving nothing in the group", async () => {
  const quiet = await healthCheck({ ...named(), HEALTH_CHECK_TIMEOUT: "1" }, ["-q"]);
  expect(quiet).toEqual({ code: 1, words: "" });
  const actor = await makeMember(workspaceId);
  expect(await healthOf(actor, { resourceId })).toMatchObject([
    { code: "listener", ok: false },
    { code: "heard", ok: false },
    { code: "account", ok: true },
    { code: "echo", ok: false },
  ]);

  bots = await startBots();
  await until("the bot listens", () => scene.connected(bot));
  const verbose = await healthCheck(named(), ["-v"]);
  expect(verbose).toMatchObject({
    code: 0,
    words: expect.stringMatching(/waiting for the echo[\s\S]*answered after \d+ ms/),
  });
  expect(await healthOf(actor, { resourceId })).toMatchObject(Array(4).fill({ ok: true }));
  expect(await group.as(bot).heard()).toEqual([]);
}, 60_000);

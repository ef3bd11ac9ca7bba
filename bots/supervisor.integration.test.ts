import { afterEach, beforeEach, expect, it } from "vitest";
import { startSupervisor } from "@/bots/supervisor";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";

let scene: Scene;
let bot: SceneBot;
let person: ScenePerson;
let workspaceId: number;
const supervisors: { stop: () => Promise<void> }[] = [];
const supervise = () => {
  const started = startSupervisor({ lookEveryMs: 250, heartbeatMs: 500 });
  supervisors.push(started);
  return started;
};

beforeEach(async () => {
  await db.workspace.deleteMany();
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  person = await scene.addPerson();
  workspaceId = await makeCompany();
});
afterEach(async () => {
  for (const one of supervisors.splice(0)) await one.stop();
  await scene.close();
});

const resource = (id: number) => db.resource.findUniqueOrThrow({ where: { id }, include: { lease: true } });
const stored = (resourceId: number) =>
  db.inboundUpdate.findMany({ where: { resourceId }, orderBy: { id: "asc" } });
const polled = (id: number) =>
  until("the bot is polled", async () => (await resource(id)).lease?.polledAt?.getTime());
async function polling(): Promise<boolean> {
  const { bots } = await scene.control<{ bots: { id: number; polling: boolean }[] }>("GET", "/world");
  return bots.some(({ id, polling }) => id === bot.id && polling);
}
const start = () => scene.post("/start", { from: person.id, bot: bot.id });

it("stores every update once with its job, and sets the bot up", async () => {
  await start();
  const id = await connectBot(workspaceId, bot);
  supervise();
  await polled(id);
  await scene.at(person, { bot: bot.id }).say("Hello\u0000 there");
  const updates = await until("two updates", async () => (await stored(id)).length >= 2 && stored(id));
  expect(updates.map(({ lane }) => lane)).toEqual([String(person.id), String(person.id)]);
  const jobs = await db.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs`;
  expect(jobs).toEqual([{ key: `updates:${id}:${person.id}` }]);
  const menu = await scene.calls("setChatMenuButton", bot.id);
  expect(menu[0]?.parameters).toMatchObject({ menu_button: { type: "web_app", text: "Open chat" } });
  expect((await scene.calls("setMyCommands", bot.id)).length).toBe(2);
  expect(await resource(id)).toMatchObject({ state: "active", warningCode: "group_missing" });
});

it("has one listener a bot, whoever competes, and hands it over at once on a graceful stop", async () => {
  const id = await connectBot(workspaceId, bot);
  const both = [supervise(), supervise()];
  await polled(id);
  const first = (await resource(id)).lease?.holder;
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await resource(id)).toMatchObject({ state: "active", lease: { holder: first } });
  for (const one of both) await one.stop();
  expect((await resource(id)).lease).toBeNull();
});

it("takes over the lease of a holder that died, not of one that lives", async () => {
  const id = await connectBot(workspaceId, bot);
  const holder = crypto.randomUUID();
  const expiresAt = new Date(Date.now() + 1500);
  await db.resourceLease.create({ data: { resourceId: id, holder, expiresAt } });
  supervise();
  const takenAt = await until(
    "the lease is taken over",
    async () => (await resource(id)).lease?.holder !== holder && Date.now(),
  );
  expect(takenAt).toBeGreaterThanOrEqual(expiresAt.getTime());
  await polled(id);
});

it("lets a bad token be that bot's error alone", async () => {
  const bad = await connectBot(workspaceId, {
    token: `${bot.id + 1}:${"x".repeat(35)}`,
    username: "gone_bot",
  });
  const good = await connectBot(workspaceId, bot);
  supervise();
  await until("the bad one is in error", async () => (await resource(bad)).state === "error");
  expect(await resource(bad)).toMatchObject({ errorCode: "token_invalid" });
  await polled(good);
  await start();
  await until("the good one listens", async () => (await stored(good)).length === 1);
  expect((await resource(good)).state).toBe("active");
});

it("says what to do while another program polls the bot, and comes back by itself", async () => {
  const id = await connectBot(workspaceId, bot);
  supervise();
  await polled(id);
  await until("the conflict is told", async () => {
    // Between two of our polls another's does not disturb.
    await fetch(`${scene.simulator.url}/bot${bot.token}/getUpdates`);
    return (await resource(id)).errorCode === "bot_conflict";
  });
  await until("it works again", async () => (await resource(id)).state === "active");
});

it("takes glitches for no error", async () => {
  const id = await connectBot(workspaceId, bot);
  supervise();
  await polled(id);
  await scene.post("/faults", { bot: bot.id, method: "getUpdates", dropConnection: true, times: 1 });
  await scene.post("/faults", {
    bot: bot.id,
    method: "getUpdates",
    errorCode: 502,
    description: "Bad Gateway",
    times: 1,
  });
  await start();
  await scene.at(person, { bot: bot.id }).say("Still there?");
  await until("both arrive", async () => (await stored(id)).length === 2);
  expect((await resource(id)).state).toBe("active");
});

it("tells what is wrong with the managers' group while it goes on listening", async () => {
  const group = await scene.addForum([bot], [person]);
  const rights = (can_manage_topics: boolean) =>
    scene.post(`/groups/${group}/rights`, { user: bot.id, rights: { can_manage_topics }, by: person.id });
  await rights(false);
  const id = await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  supervise();
  await polled(id);
  expect(await resource(id)).toMatchObject({ state: "error", errorCode: "group_no_rights" });
  await start();
  await until("updates are stored", async () => (await stored(id)).length > 0);
});

it("stops listening to a paused bot", async () => {
  const id = await connectBot(workspaceId, bot);
  supervise();
  await until("it polls", polling);
  await db.resource.update({ where: { id }, data: { state: "paused" } });
  await until("nobody polls", async () => !(await polling()));
  // Nor does whoever looks for what has no listener.
  await db.resourceLease.deleteMany({ where: { resourceId: id } });
  supervise();
  await start();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await stored(id)).toEqual([]);
  expect(await resource(id)).toMatchObject({ state: "paused", lease: null });
});

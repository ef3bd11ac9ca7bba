import { afterAll, beforeAll, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { makeCompany } from "@/scripts/testing/support-company";
import { addResource } from "@/server/domain/resources/add-resource";
import { checkNewAccount } from "@/server/domain/resources/check-new-account";
import { listProviders, listResources, resourceDetail } from "@/server/domain/resources/queries";
import { addResourceInput } from "@/server/domain/resources/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type SceneBot, type ScenePerson, startScene } from "@/server/simulator/test-scene";

let scene: Scene;
let ana: ScenePerson;
let owner: MemberActor;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  ana = await scene.addPerson("en", "Ana");
  owner = { ...(await makeMember(await demoCompany())), mayUseDemo: true };
});
afterAll(() => scene.close());

async function demoCompany(): Promise<number> {
  const id = await makeCompany();
  await db.workspace.update({ where: { id }, data: { origin: "demo" } });
  return id;
}
const wanted = (bot: Pick<SceneBot, "token">, more: object = {}) =>
  addResourceInput.parse({
    provider: "telegram",
    world: "simulator",
    credentials: { token: bot.token },
    settings: {},
    ...more,
  });
const problemsOf = async (input: ReturnType<typeof wanted>, actor = owner) => {
  const added = await addResource(actor, input);
  return added.ok ? [] : added.problems.map(({ field, code }) => [field, code]);
};

it("connects a bot after a live look; its token never comes back", async () => {
  const bot = await scene.addBot();
  const group = await scene.addForum([bot], [ana]);
  const input = wanted(bot, { settings: { managerGroupIds: [String(group)] } });
  expect(await checkNewAccount(owner, input)).toMatchObject({
    ok: true,
    findings: { account: { username: bot.username }, groups: [{ chatId: String(group), trouble: null }] },
  });
  const added = await addResource(owner, input);
  if (!added.ok) throw new Error("not added");
  const detail = await resourceDetail(owner, added);
  expect(detail).toMatchObject({ state: "ready", username: bot.username, world: "simulator" });
  expect(detail.events).toMatchObject([{ type: "changed", code: "added" }]);
  expect(JSON.stringify([detail, await listResources(owner)])).not.toContain(bot.token.split(":")[1]);
  const [audit] = await db.auditEntry.findMany({ where: { targetId: added.resourceId } });
  expect(audit).toMatchObject({ action: "resource.added", actorId: owner.userId });
  expect(JSON.stringify(audit)).not.toContain(bot.token.split(":")[1]);
});

it("tells every wrong field, and what Telegram says of the token", async () => {
  expect(
    await problemsOf(
      wanted({ token: "nonsense" }, { settings: { managerGroupIds: ["12"], adminIds: ["x"] } }),
    ),
  ).toEqual([
    ["token", "wrong"],
    ["managerGroupIds", "wrong"],
    ["adminIds", "wrong"],
  ]);
  expect(await problemsOf(wanted({ token: "" }))).toEqual([["token", "required"]]);
  expect(await problemsOf(wanted({ token: `71${"0".repeat(8)}:${"x".repeat(35)}` }))).toEqual([
    ["token", "token_invalid"],
  ]);
});

it("explains what a group lacks and lets the bot be added all the same", async () => {
  const bot = await scene.addBot();
  const plain = await scene.addForum([bot], [ana], { forum: false });
  const input = wanted(bot, { settings: { managerGroupIds: [String(plain), "-1009999999999"] } });
  const checked = await checkNewAccount(owner, input);
  expect(checked.ok && checked.findings.groups.map(({ trouble }) => trouble?.code)).toEqual([
    "group_not_forum",
    "group_gone",
  ]);
  expect(await problemsOf(input)).toEqual([]);
});

it("connects an account once, however often and wherever it is asked for", async () => {
  const bot = await scene.addBot();
  const both = await Promise.all([addResource(owner, wanted(bot)), addResource(owner, wanted(bot))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await problemsOf(wanted(bot))).toEqual([[null, "already_connected"]]);
  const rival = { ...(await makeMember(await demoCompany())), mayUseDemo: true };
  const refused = await addResource(rival, wanted(bot));
  expect(refused).toEqual({
    ok: false,
    problems: [{ field: null, code: "connected_elsewhere", detail: null }],
  });
  expect(await db.resource.count({ where: { account: { path: ["id"], equals: String(bot.id) } } })).toBe(1);
});

it("is for owners and admins, and offers the simulator to whom the demo is open", async () => {
  const bot = await scene.addBot();
  for (const role of ["director", "manager"] as const) {
    const actor = await makeMember(owner.workspaceId, role);
    await expect(addResource(actor, wanted(bot))).rejects.toMatchObject({ code: "forbidden" });
    await expect(checkNewAccount(actor, wanted(bot))).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await makeMember(await makeCompany("Other"));
  expect(await problemsOf(wanted(bot), stranger)).toEqual([[null, "world_unavailable"]]);
  const worlds = async (actor: MemberActor) =>
    (await listProviders(actor)).find(({ slug }) => slug === "telegram")?.worlds;
  expect(await worlds(stranger)).toEqual(["service"]);
  expect(await worlds({ ...stranger, mayUseDemo: true })).toEqual(["service", "simulator"]);
  expect(await worlds(owner)).toEqual(["simulator", "service"]);
  await expect(addResource(owner, wanted(bot, { provider: "pigeon" }))).rejects.toMatchObject({
    code: "not_found",
  });
});

import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { openResource } from "@/server/domain/messages/open-resource";
import { activateResource } from "@/server/domain/resources/activate-resource";
import { changeResource } from "@/server/domain/resources/change-resource";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { mendResource } from "@/server/domain/resources/mend-resource";
import { pauseResource } from "@/server/domain/resources/pause-resource";
import { resourceDetail } from "@/server/domain/resources/queries";
import { removeResource } from "@/server/domain/resources/remove-resource";
import { changeResourceInput, removeResourceInput } from "@/server/domain/resources/schema";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import { testResource } from "@/server/domain/resources/test-resource";
import { watchResources } from "@/server/domain/resources/watch-resources";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, type SceneBot, startScene } from "@/server/simulator/test-scene";

let scene: Scene;
let bot: SceneBot;
let owner: MemberActor;
let resourceId: number;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
});
afterAll(() => scene.close());
beforeEach(async () => {
  bot = await scene.addBot();
  owner = await makeMember(await makeCompany());
  resourceId = await connectBot(owner.workspaceId, bot);
});

const change = (input: object, actor = owner) =>
  changeResource(actor, changeResourceInput.parse({ resourceId, ...input }));
const remove = (confirmation = "", actor = owner) =>
  removeResource(actor, removeResourceInput.parse({ resourceId, confirmation }));
const resource = () => db.resource.findUniqueOrThrow({ where: { id: resourceId } });
const events = async () =>
  (await resourceDetail(owner, { resourceId })).events.map(({ type, code }) => [type, code]);
const audited = async () =>
  (await db.auditEntry.findMany({ where: { targetId: resourceId }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );
const converse = async () => {
  const contact = await db.contact.create({
    data: { workspaceId: owner.workspaceId, provider: "telegram", externalId: "5" },
  });
  return db.conversation.create({
    data: { workspaceId: owner.workspaceId, resourceId, contactId: contact.id },
  });
};

it("saves what was changed and leaves the rest", async () => {
  await change({ settings: { adminIds: ["77"] } });
  const saved = await change({ name: "Shop", settings: { greetings: { en: " Welcome, {name}! " } } });
  expect(saved).toMatchObject({ ok: true, findings: { account: { username: bot.username } } });
  expect(await resource()).toMatchObject({
    name: "Shop",
    settings: { adminIds: ["77"], greetings: { en: "Welcome, {name}!", ru: "" } },
  });
  expect(await change({ settings: { adminIds: ["Ana"] } })).toMatchObject({
    ok: false,
    problems: [{ field: "adminIds", code: "wrong" }],
  });
  expect(await events()).toEqual([
    ["changed", "settings"],
    ["changed", "settings"],
  ]);
  expect(await audited()).toEqual(["resource.changed", "resource.changed"]);
});

it("replaces the token by one of the same bot that works, by no other", async () => {
  const fresh = `${bot.id}:${"n".repeat(35)}`;
  const token = async () => (openResource(await resource()).credentials as { token: string }).token;
  const codes = async (credentials: object) => {
    const changed = await change({ credentials });
    return changed.ok ? [] : changed.problems.map(({ field, code }) => [field, code]);
  };
  expect(await codes({ token: fresh })).toEqual([["token", "token_invalid"]]);
  expect(await codes({ token: (await scene.addBot()).token })).toEqual([["token", "other_account"]]);
  expect(await token()).toBe(bot.token);
  await scene.post("/bots", { id: bot.id, token: fresh, username: bot.username, firstName: "Shop" });
  expect(await codes({ token: fresh })).toEqual([]);
  expect(await token()).toBe(fresh);
});

it("tests the connection: what it finds is an event", async () => {
  expect(await testResource(owner, { resourceId })).toMatchObject({ ok: true });
  await scene.post("/bots", {
    id: bot.id,
    token: `${bot.id}:${"n".repeat(35)}`,
    username: bot.username,
    firstName: "S",
  });
  expect(await testResource(owner, { resourceId })).toMatchObject({
    ok: false,
    trouble: { code: "token_invalid" },
  });
  expect(await resource()).toMatchObject({ state: "error", errorCode: "token_invalid" });
  expect((await events()).slice(0, 2)).toEqual([
    ["tested", "token_invalid"],
    ["error", "token_invalid"],
  ]);
});

it("pauses and activates, each once however often it is asked for", async () => {
  await Promise.all([pauseResource(owner, { resourceId }), pauseResource(owner, { resourceId })]);
  expect(await resource()).toMatchObject({ state: "paused" });
  await setResourceError(resourceId, "unreachable", "late news");
  expect(await resource()).toMatchObject({ state: "paused", errorCode: null });
  await Promise.all([activateResource(owner, { resourceId }), activateResource(owner, { resourceId })]);
  expect(await resource()).toMatchObject({ state: "active" });
  expect(await audited()).toEqual(["resource.paused", "resource.activated"]);
  expect(await events()).toEqual([
    ["activated", null],
    ["paused", null],
  ]);
});

it("notes a trouble and its end once", async () => {
  for (const detail of ["one", "two"]) await setResourceError(resourceId, "unreachable", detail);
  expect(await resource()).toMatchObject({ state: "error", errorDetail: "two" });
  for (let time = 0; time < 2; time++) await clearResourceError(resourceId);
  for (const detail of ["one", "two"])
    await setResourceWarning(resourceId, { code: "webhook_failing", detail });
  await setResourceWarning(resourceId, null);
  expect(await events()).toEqual([
    ["warning", "webhook_failing"],
    ["recovered", "unreachable"],
    ["error", "unreachable"],
  ]);
});

it("goes with its conversations, when its name was typed", async () => {
  await converse();
  const { name } = await resource();
  expect(await remove()).toEqual({ ok: false, reason: "not_confirmed", conversations: 1 });
  const both = await Promise.allSettled([remove(name), remove(name)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await db.resource.count({ where: { id: resourceId } })).toBe(0);
  expect(await audited()).toEqual(["resource.removed"]);
});

it("is changed by owners and admins of its own workspace alone", async () => {
  const acts: ((actor: MemberActor) => Promise<unknown>)[] = [
    (actor) => change({ name: "Mine" }, actor),
    (actor) => testResource(actor, { resourceId }),
    (actor) => activateResource(actor, { resourceId }),
    (actor) => pauseResource(actor, { resourceId }),
    (actor) => remove("", actor),
  ];
  const stranger = await makeMember(await makeCompany("Other"));
  for (const act of acts) {
    await expect(act(stranger)).rejects.toMatchObject({ code: "not_found" });
    for (const role of ["director", "manager"] as const)
      await expect(act(await makeMember(owner.workspaceId, role))).rejects.toMatchObject({
        code: "forbidden",
      });
  }
  await expect(resourceDetail(stranger, { resourceId })).rejects.toMatchObject({ code: "not_found" });
  expect(await resource()).toMatchObject({ state: "active", name: bot.username });
});

it("streams what happens to those who watch", async () => {
  const stop = new AbortController();
  const stream = watchResources(owner, { lastId: null, check: async () => {}, signal: stop.signal });
  const next = async () => (await stream.next()).value?.resources[0]?.state;
  expect(await next()).toBe("active");
  // The wake-up of what happened before may come late, and tells the same state again.
  const told = (async () => {
    for (;;) {
      const state = await next();
      if (state !== "active") return state;
    }
  })();
  await pauseResource(owner, { resourceId });
  expect(await told).toBe("paused");
  stop.abort();
  expect((await stream.next()).done).toBe(true);
});

it("is passed over when it is removed while it is looked at, and looked at before", async () => {
  await setResourceError(resourceId, "unreachable", "no line");
  await scene.post("/faults", { bot: bot.id, method: "getMe", delayMs: 500, times: 1 });
  const mended = mendResource(resourceId);
  await until("it is looked at", async () => (await scene.calls("getMe", bot.id)).length > 0);
  await remove();
  await expect(mended).resolves.toBeUndefined();
  await expect(mendResource(resourceId)).resolves.toBeUndefined();
});

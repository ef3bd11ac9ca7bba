import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { activateResource } from "@/server/domain/resources/activate-resource";
import { addResource } from "@/server/domain/resources/add-resource";
import { testResource } from "@/server/domain/resources/test-resource";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, startScene } from "@/server/simulator/test-scene";
import { createCall } from "./create-call";
import { deleteCall } from "./delete-call";
import { callsState, listCalls } from "./list-calls";
import { offerCall } from "./offer-call";

type Company = { accountId: string; clientId: string; clientSecret: string };

let scene: Scene;
let owner: MemberActor;
let company: Company;
let resourceId: number;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
});
afterAll(() => scene.close());

beforeEach(async () => {
  const workspaceId = await makeCompany();
  await db.workspace.update({ where: { id: workspaceId }, data: { origin: "demo" } });
  owner = { ...(await makeMember(workspaceId)), mayUseDemo: true };
  company = await scene.post<Company>("/zoom-accounts", { name: "Ana Petrović" });
  const added = await addResource(owner, zoomOf(company));
  if (!added.ok) throw new Error(JSON.stringify(added));
  ({ resourceId } = added);
  await activateResource(owner, { resourceId });
});

const zoomOf = (credentials: object) => ({
  provider: "zoom",
  world: "simulator" as const,
  name: "",
  credentials: credentials as Record<string, unknown>,
  settings: {},
});
const wanted = (more: object = {}) => ({
  clientId: crypto.randomUUID(),
  topic: "Car hire",
  startsAt: null,
  durationMinutes: 30,
  ...more,
});
const later = () => new Date(Date.now() + 3_600_000).toISOString();
const atZoom = () =>
  scene.control<{ tokens: number; meetings: { id: number }[] }>("GET", `/zoom-accounts/${company.accountId}`);
const fault = (more: object) => scene.post("/faults", { errorCode: 429, times: 1, ...more });
const tokenCalls = async () => (await scene.calls("zoom token")).length;

async function conversation(): Promise<number> {
  const { workspaceId } = owner;
  const bot = await scene.addBot();
  const botId = await connectBot(workspaceId, bot);
  const contact = await db.contact.create({
    data: {
      workspaceId,
      provider: "telegram",
      externalId: crypto.randomUUID(),
      firstName: "Мария",
      languageCode: "ru",
    },
  });
  const made = await db.conversation.create({
    data: { workspaceId, resourceId: botId, contactId: contact.id, language: "ru", state: "waiting" },
  });
  return made.id;
}

it("says in words what is wrong with an account", async () => {
  const problemOf = async (credentials: object) => {
    const added = await addResource(owner, zoomOf(credentials));
    return added.ok ? null : added.problems[0];
  };
  expect(await problemOf({ ...company, clientSecret: "wrong-secret" })).toEqual({
    field: "clientSecret",
    code: "token_invalid",
    detail: "Invalid client_id or client_secret",
  });
  const poor = await scene.post<Company>("/zoom-accounts", { scope: "user:read:user:admin" });
  expect(await problemOf(poor)).toMatchObject({
    code: "rights_missing",
    detail: "meeting:write:meeting:admin, meeting:read:list_meetings:admin, meeting:delete:meeting:admin",
  });
  expect(await problemOf({ accountId: "", clientId: "x y" })).toMatchObject({
    field: "accountId",
    code: "required",
  });
  expect(await problemOf(company)).toMatchObject({ code: "already_connected" });
});

it("makes, lists and deletes meetings; the log knows who", async () => {
  const second = await createCall(owner, wanted({ startsAt: later(), topic: "Later" }));
  const first = await createCall(owner, wanted());
  if (!first.ok || !second.ok) throw new Error("not made");
  expect(first.meeting).toMatchObject({ topic: "Car hire", durationMinutes: 30 });
  expect(await (await fetch(first.meeting.joinUrl)).text()).toContain("meeting is on");
  const listed = await listCalls(owner, { resourceId });
  expect(listed.ok && listed.meetings.map(({ topic }) => topic)).toEqual(["Car hire", "Later"]);
  const target = { resourceId, externalId: first.meeting.externalId };
  expect(await deleteCall(owner, target)).toEqual({ ok: true });
  expect(await deleteCall(owner, target)).toEqual({ ok: true });
  expect((await atZoom()).meetings).toHaveLength(1);
  const entries = await db.auditEntry.findMany({
    where: { workspaceId: owner.workspaceId, action: { startsWith: "call." } },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ action }) => action)).toEqual([
    "call.created",
    "call.created",
    "call.deleted",
    "call.deleted",
  ]);
  expect(JSON.stringify(entries)).not.toContain("pwd=");
});

it("asks for one token, and for a new one when Zoom takes it back", async () => {
  const before = await tokenCalls();
  await Promise.all([1, 2, 3].map(() => listCalls(owner, { resourceId })));
  expect((await tokenCalls()) - before).toBeLessThanOrEqual(1);
  await scene.control("DELETE", `/zoom-accounts/${company.accountId}/tokens`);
  const known = await tokenCalls();
  expect(await listCalls(owner, { resourceId })).toMatchObject({ ok: true });
  expect((await tokenCalls()) - known).toBe(1);
});

it("waits out a call too many a second, and says when a day's limit ends", async () => {
  await fault({ method: "zoom/meetings", retryAfter: 1 });
  const startedAt = Date.now();
  expect(await listCalls(owner, { resourceId })).toMatchObject({ ok: true });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(950);
  await fault({ method: "zoom/meetings", retryAfter: 600 });
  expect(await listCalls(owner, { resourceId })).toMatchObject({ ok: false, reason: "limited" });
  const full = await scene.post<Company>("/zoom-accounts", { dailyLimit: 0 });
  const added = await addResource(owner, zoomOf(full));
  if (!added.ok) throw new Error("not added");
  await activateResource(owner, added);
  const refused = await createCall(owner, wanted({ resourceId: added.resourceId }));
  expect(refused).toMatchObject({
    ok: false,
    reason: "limited",
    detail: expect.stringContaining("daily rate limit"),
    againAt: expect.stringMatching(/T(00:00:00|23:59:59)/),
  });
  expect(await db.resource.findUnique({ where: { id: added.resourceId } })).toMatchObject({
    state: "active",
  });
});

it("puts a refused account into error, and back when it works", async () => {
  const stateOf = async () => (await db.resource.findUniqueOrThrow({ where: { id: resourceId } })).state;
  await scene.control("DELETE", `/zoom-accounts/${company.accountId}/tokens`);
  await fault({ method: "zoom/token", errorCode: 401, description: "Invalid client" });
  expect(await listCalls(owner, { resourceId })).toMatchObject({ ok: false, reason: "unauthorised" });
  expect(await stateOf()).toBe("error");
  expect(await testResource(owner, { resourceId })).toMatchObject({ ok: true });
  expect(await stateOf()).toBe("active");
});

it("sends the customer the link in their language, once, and the member leads", async () => {
  const conversationId = await conversation();
  const input = { ...wanted({ startsAt: later() }), conversationId, seenSeq: 0 };
  const first = await offerCall(owner, input);
  if (!first.ok) throw new Error(first.reason);
  expect(await offerCall(owner, input)).toEqual(first);
  const both = { ...wanted(), conversationId, seenSeq: 0 };
  await Promise.allSettled([offerCall(owner, both), offerCall(owner, both)]);
  expect((await atZoom()).meetings).toHaveLength(2);
  const messages = await db.message.findMany({ where: { conversationId }, orderBy: { seq: "asc" } });
  expect(messages).toHaveLength(2);
  expect(messages[0]?.text).toMatch(/^Видеозвонок «Car hire»: .+, 30 мин\. Присоединиться: http/);
  expect(messages[1]?.text).toMatch(/Присоединяйтесь сейчас: http/);
  expect(await db.conversation.findUnique({ where: { id: conversationId } })).toMatchObject({
    state: "manager",
    managerUserId: owner.userId,
  });
});

it("makes nothing for strangers, past times and closed conversations", async () => {
  const stranger = await makeMember(await makeCompany("Other"));
  expect(await callsState(stranger)).toEqual({ connected: false, mayConnect: true, company: "Other" });
  expect(await createCall(stranger, wanted({ resourceId }))).toMatchObject({ reason: "not_connected" });
  expect(await listCalls(stranger, { resourceId })).toMatchObject({ reason: "not_connected" });
  const conversationId = await conversation();
  const input = { ...wanted(), conversationId, seenSeq: 0 };
  expect(await offerCall(stranger, input)).toMatchObject({ reason: "no_conversation" });
  expect(await createCall(owner, wanted({ startsAt: "2020-01-01T00:00:00Z" }))).toMatchObject({
    reason: "past",
  });
  await db.conversation.update({ where: { id: conversationId }, data: { state: "closed" } });
  expect(await offerCall(owner, input)).toMatchObject({ reason: "closed" });
  const manager = await makeMember(owner.workspaceId, "manager");
  await expect(deleteCall(manager, { resourceId, externalId: "1" })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await callsState(manager)).toMatchObject({ connected: true, mayConnect: false });
  expect((await atZoom()).meetings).toHaveLength(0);
});

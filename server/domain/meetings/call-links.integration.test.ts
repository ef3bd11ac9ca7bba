import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { makeCompany } from "@/scripts/testing/support-company";
import { activateResource } from "@/server/domain/resources/activate-resource";
import { addResource } from "@/server/domain/resources/add-resource";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, startScene } from "@/server/simulator/test-scene";
import { cancelMeeting } from "./cancel-meeting";
import { changeMeeting } from "./change-meeting";
import { createMeeting } from "./create-meeting";
import { moveMeeting } from "./move-meeting";
import { runMeetings } from "./run-meetings";
import { inMinutes } from "./testing/meeting-firm";

type Company = { accountId: string; clientId: string; clientSecret: string };

let scene: Scene;
let owner: MemberActor;
let company: Company;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
});
afterAll(() => scene.close());

beforeEach(async () => {
  await db.workspace.deleteMany();
  const workspaceId = await makeCompany();
  await db.workspace.update({ where: { id: workspaceId }, data: { origin: "demo" } });
  owner = { ...(await makeMember(workspaceId)), mayUseDemo: true };
  company = await scene.post<Company>("/zoom-accounts", { name: "Ana" });
  const added = await addResource(owner, {
    provider: "zoom",
    world: "simulator",
    name: "",
    credentials: company as unknown as Record<string, unknown>,
    settings: {},
  });
  if (!added.ok) throw new Error(JSON.stringify(added));
  await activateResource(owner, { resourceId: added.resourceId });
});

const linksAtZoom = async () =>
  (await scene.control<{ meetings: object[] }>("GET", `/zoom-accounts/${company.accountId}`)).meetings.length;
const fault = (more: object) => scene.post("/faults", { times: 1, ...more });

async function planWithLink(more: object = {}) {
  const input = { clientId: randomUUID(), topic: "Budget", startsAt: inMinutes(600), timeZone: "UTC" };
  const made = await createMeeting(owner, { ...input, makeLink: true, ...more });
  if (!made.ok) throw new Error(made.reason);
  return made.meeting;
}

test("our account makes one link a meeting, however often it is asked, and takes it back", async () => {
  const clientId = randomUUID();
  const [one, two] = await Promise.all([planWithLink({ clientId }), planWithLink({ clientId })]);
  expect(one.id).toBe(two.id);
  expect(one).toMatchObject({ linkIsOurs: true, link: expect.stringContaining("http") });
  expect(await linksAtZoom()).toBe(1);
  expect(await cancelMeeting(owner, { meetingId: one.id })).toMatchObject({
    ok: true,
    meeting: { link: "", linkIsOurs: false },
  });
  expect(await linksAtZoom()).toBe(0);
});

test("another time gets another link; an own address takes ours back", async () => {
  const meeting = await planWithLink();
  const change = (data: object) => changeMeeting(owner, { meetingId: meeting.id, ...data });
  const later = await change({ startsAt: inMinutes(700) });
  expect(later.ok && later.meeting.link).not.toBe(meeting.link);
  const moved = await moveMeeting(owner, {
    meetingId: meeting.id,
    startsAt: inMinutes(800),
    clientId: randomUUID(),
  });
  if (!moved.ok) throw new Error(moved.reason);
  expect(moved.meeting.linkIsOurs).toBe(true);
  expect(await linksAtZoom()).toBe(1);
  const link = "https://example.com/room";
  expect(await changeMeeting(owner, { meetingId: moved.meeting.id, link })).toMatchObject({
    meeting: { link, linkIsOurs: false },
  });
  expect(await linksAtZoom()).toBe(0);
});

test("a service that fails refuses the meeting in its own words; what it does not take back is tried again", async () => {
  await fault({ method: "zoom/meetings", errorCode: 429, retryAfter: 600 });
  const input = { clientId: randomUUID(), topic: "Budget", startsAt: inMinutes(600), timeZone: "UTC" };
  expect(await createMeeting(owner, { ...input, makeLink: true })).toMatchObject({
    ok: false,
    reason: "call_failed",
    detail: expect.any(String),
  });
  expect(await db.meeting.count()).toBe(0);
  const meeting = await planWithLink();
  await scene.control("DELETE", `/zoom-accounts/${company.accountId}/tokens`);
  await fault({ method: "zoom/token", errorCode: 401, description: "Invalid client" });
  expect(await cancelMeeting(owner, { meetingId: meeting.id })).toMatchObject({ ok: true });
  expect(await linksAtZoom()).toBe(1);
  await runMeetings();
  expect(await linksAtZoom()).toBe(0);
});

test("the next of a series gets a link of its own", async () => {
  const first = await planWithLink({ repeat: { kind: "daily" } });
  await db.meeting.update({ where: { id: first.id }, data: { startsAt: clock.now() } });
  await runMeetings();
  const [next] = await db.meeting.findMany({ where: { id: { not: first.id } } });
  expect(next).toMatchObject({ callExternalId: expect.any(String) });
  expect(next?.link).not.toBe(first.link);
  expect(await linksAtZoom()).toBe(2);
});

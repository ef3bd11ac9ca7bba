import { beforeEach, expect, test } from "vitest";
import { hashApiKey } from "@/server/domain/api-keys/key-format";
import { inMinutes, type MeetingFirm, makeMeetingFirm } from "@/server/domain/meetings/testing/meeting-firm";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";

let firm: MeetingFirm;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
  for (const [key, scopes] of [
    ["ac_write", ["meetings:read", "meetings:write"]],
    ["ac_read", ["meetings:read"]],
  ] as const)
    await db.apiKey.create({
      data: {
        workspaceId: firm.workspaceId,
        name: key,
        prefix: key,
        keyHash: hashApiKey(key),
        scopes: [...scopes],
      },
    });
});

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await rest.request(`/api/v1/meetings${path}`, {
    method,
    headers: { "x-api-key": "ac_write", "content-type": "application/json", ...headers },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test("a program plans, changes and cancels a meeting, invites and reads the answers", async () => {
  const wanted = { topic: "Budget", starts_at: inMinutes(600), time_zone: "Europe/Moscow" };
  const once = { "idempotency-key": "one" };
  const [made, again] = [await ask("POST", "", wanted, once), await ask("POST", "", wanted, once)];
  expect(made).toMatchObject({ status: 201, body: { topic: "Budget", resource_id: firm.resourceId } });
  expect(again.body.id).toBe(made.body.id);
  const path = `/${made.body.id}`;
  const invited = await ask("POST", `${path}/invitees`, { full_name: "Ann", email: "ANN@example.com" });
  expect(invited).toMatchObject({ status: 201, body: { email: "ann@example.com", reach: "mail" } });
  expect(await ask("POST", `${path}/invitees`, { full_name: "Ann", email: "ann@example.com" })).toMatchObject(
    {
      status: 409,
      body: { error: { code: "already_invited" } },
    },
  );
  expect((await ask("POST", `${path}/invitees`, { full_name: "Ann", email: "ann@" })).status).toBe(400);
  const answer = await ask("PUT", `/invitees/${invited.body.id}/answer`, { attendance: "yes" });
  expect(answer.body).toMatchObject({ attendance: "yes" });
  expect((await ask("GET", `${path}/invitees?voted=voted`)).body).toMatchObject({
    total: 1,
    invitees: [{ full_name: "Ann", attendance: "yes" }],
  });
  expect((await ask("PUT", path, { place: "Room 5" })).body).toMatchObject({
    place: "Room 5",
    counts: { yes: 1 },
  });
  expect(await ask("PUT", path, { starts_at: inMinutes(-5) })).toMatchObject({ status: 400 });
  expect((await ask("GET", "?q=budget")).body).toMatchObject({ count: 1 });
  expect((await ask("POST", `${path}/cancel`, {})).body).toMatchObject({ state: "cancelled" });
  expect((await ask("GET", path)).body).toMatchObject({ state: "cancelled", is_open: false });
  expect((await ask("PUT", path, { place: "Room 6" })).status).toBe(409);
});

test("a key that may only read plans nothing", async () => {
  const reads = { "x-api-key": "ac_read" };
  const wanted = { topic: "Budget", starts_at: inMinutes(600), time_zone: "UTC" };
  expect(await ask("POST", "", wanted, reads)).toMatchObject({
    status: 403,
    body: { error: { code: "scope" } },
  });
  expect((await ask("GET", "", undefined, reads)).status).toBe(200);
  expect((await ask("GET", "/99999999999", undefined, reads)).status).toBe(404);
});

import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { hashApiKey, newApiKey } from "@/server/domain/api-keys/key-format";
import type { ApiScope } from "@/server/domain/api-keys/schema";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";

let workspaceId: number;
beforeEach(async () => {
  workspaceId = (await db.workspace.create({ data: { name: "Firm" } })).id;
  await db.resource.create({
    data: {
      workspaceId,
      provider: "telegram",
      name: "Bot",
      accountKey: randomUUID(),
      credentials: "",
      state: "active",
    },
  });
});

async function keyWith(...scopes: ApiScope[]): Promise<string> {
  const { key, prefix } = newApiKey();
  await db.apiKey.create({ data: { workspaceId, name: "CRM", prefix, keyHash: hashApiKey(key), scopes } });
  return key;
}
async function call(method: string, path: string, key?: string) {
  const response = await rest.request(path, { method, headers: key ? { "x-api-key": key } : {} });
  return { status: response.status, body: await response.json() };
}

test("a program starts and stops the bot with its key and sees the state of every resource", async () => {
  const key = await keyWith("bot:read", "bot:control");
  const running = {
    state: "running",
    since: null,
    resources: [{ name: "Bot", state: "active", error: null }],
  };
  expect(await call("GET", "/api/v1/bot", key)).toMatchObject({ status: 200, body: running });
  const stopped = await call("POST", "/api/v1/bot/stop", key);
  expect(stopped).toMatchObject({ status: 200, body: { state: "stopped", since: expect.any(String) } });
  // Asked for twice, done once.
  expect((await call("POST", "/api/v1/bot/stop", key)).body.since).toBe(stopped.body.since);
  expect(await call("POST", "/api/v1/bot/start", key)).toMatchObject({ status: 200, body: running });
  expect(await call("POST", "/api/v1/bot/start", key)).toMatchObject({ status: 200, body: running });
  const audit = await db.auditEntry.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
  expect(audit.map(({ action, actorKind }) => [action, actorKind])).toEqual([
    ["bot.stopped", "api-key"],
    ["bot.started", "api-key"],
  ]);
  expect(Object.keys(running)).toEqual(
    expect.arrayContaining(Object.keys((await call("GET", "/api/v1/bot", key)).body)),
  );
});

test("the older platform's addresses lead to the same", async () => {
  const key = await keyWith("bot:control");
  expect(await call("POST", "/api/bot/stop", key)).toMatchObject({ status: 200, body: { state: "stopped" } });
  expect(await call("POST", "/api/bot/start", key)).toMatchObject({
    status: 200,
    body: { state: "running" },
  });
});

test("a key without the scope, no key and a foreign key change nothing", async () => {
  const reader = await keyWith("bot:read");
  expect(await call("POST", "/api/v1/bot/stop", reader)).toMatchObject({
    status: 403,
    body: { error: { code: "scope" } },
  });
  expect(await call("GET", "/api/v1/bot", await keyWith("messages:read"))).toMatchObject({ status: 403 });
  for (const key of [undefined, "ac_00000000_nonsense"]) {
    expect((await call("GET", "/api/v1/bot", key)).status).toBe(401);
    expect((await call("POST", "/api/bot/stop", key)).status).toBe(401);
  }
  const ours = workspaceId;
  workspaceId = (await db.workspace.create({ data: { name: "Other" } })).id;
  expect((await call("POST", "/api/v1/bot/stop", await keyWith("bot:control"))).status).toBe(200);
  expect(await db.workspace.findUniqueOrThrow({ where: { id: ours } })).toMatchObject({ botStoppedAt: null });
});

test("the API describes itself, for programs and for people, without a key", async () => {
  const spec = await call("GET", "/api/v1/openapi.json");
  expect(spec).toMatchObject({ status: 200, body: { openapi: "3.1.0" } });
  expect(Object.keys(spec.body.paths)).toEqual(expect.arrayContaining(["/bot", "/bot/start", "/bot/stop"]));
  const docs = await rest.request("/api/v1/docs");
  expect(docs.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await docs.text();
  expect(page).toContain("/bot/stop");
  expect(page).not.toContain("<script");
});

test("a page of another origin is told nothing unless the operator named it", async () => {
  const response = await rest.request("/api/v1/openapi.json", {
    headers: { origin: "https://evil.example" },
  });
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

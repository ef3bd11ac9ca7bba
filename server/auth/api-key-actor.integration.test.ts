import { beforeEach, expect, test } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import { createApiKey } from "@/server/domain/api-keys/create-api-key";
import { listApiKeys } from "@/server/domain/api-keys/queries";
import { revokeApiKey } from "@/server/domain/api-keys/revoke-api-key";
import type { CreateApiKeyInput } from "@/server/domain/api-keys/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { apiKeyActor } from "./api-key-actor";

let firm: number;
let owner: MemberActor;
let admin: MemberActor;

beforeEach(async () => {
  env.HUB_API_KEY = undefined;
  env.HUB_API_KEY_MAY_APPROVE = false;
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
  admin = await join(firm, "Adam", "admin");
});

const input: CreateApiKeyInput = { name: "CRM", scopes: ["bot:read"], days: 30 };
const withKey = (key: string) => new Headers({ "x-api-key": key, "x-client-address": "203.0.113.9" });

async function newKey(actor: MemberActor, change: Partial<CreateApiKeyInput> = {}) {
  const made = await createApiKey(actor, { ...input, ...change });
  if (!made.ok) throw new Error(made.reason);
  return made;
}

test("a key proves its program until it is revoked or has expired; only its hash is kept", async () => {
  const { key, view } = await newKey(admin);
  expect(key).toMatch(/^ac_[0-9a-f]{8}_[\w-]{43}$/);
  expect(JSON.stringify(await db.apiKey.findMany())).not.toContain(key.slice(12));
  const actor = await apiKeyActor(withKey(key));
  expect(actor).toMatchObject({
    kind: "api-key",
    workspaceId: firm,
    apiKeyId: view.id,
    scopes: ["bot:read"],
  });
  expect(await apiKeyActor(new Headers({ authorization: `Bearer ${key}` }))).toMatchObject({
    apiKeyId: view.id,
  });
  const [listed] = await listApiKeys(admin);
  expect(listed).toMatchObject({ createdBy: "Adam", lastUsedIp: "203.0.113.9", state: "active" });
  await db.apiKey.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  await expect(apiKeyActor(withKey(key))).rejects.toMatchObject({ reason: "api_key_expired" });
  await db.apiKey.updateMany({ data: { expiresAt: null } });
  const ends = [1, 2].map(() => revokeApiKey(admin, { apiKeyId: view.id }));
  expect(await Promise.all(ends)).toEqual([{ ok: true }, { ok: true }]);
  await expect(apiKeyActor(withKey(key))).rejects.toMatchObject({ reason: "api_key_invalid" });
  await expect(apiKeyActor(withKey("ac_x"))).rejects.toMatchObject({ reason: "api_key_invalid" });
  await expect(apiKeyActor(new Headers())).rejects.toMatchObject({ reason: "api_key_missing" });
  const entries = await db.auditEntry.findMany({ where: { workspaceId: firm }, orderBy: { id: "asc" } });
  expect(entries.map(({ action }) => action)).toEqual(["api_key.created", "api_key.revoked"]);
});

test("when it was used is kept to the minute", async () => {
  const { key } = await newKey(admin);
  await apiKeyActor(withKey(key));
  const { lastUsedAt } = await db.apiKey.findFirstOrThrow();
  await apiKeyActor(withKey(key));
  expect((await db.apiKey.findFirstOrThrow()).lastUsedAt).toEqual(lastUsedAt);
});

test("proposing and approving by one key takes an owner and the workspace's name", async () => {
  const both = { scopes: ["approvals:propose", "approvals:decide"] as CreateApiKeyInput["scopes"] };
  const make = (actor: MemberActor, confirmBoth?: string) =>
    createApiKey(actor, { ...input, ...both, confirmBoth });
  expect(await make(admin, "Firm")).toEqual({ ok: false, reason: "owner_only" });
  expect(await make(owner)).toEqual({ ok: false, reason: "confirm_both" });
  expect(await make(owner, "Farm")).toEqual({ ok: false, reason: "confirm_both" });
  expect(await make(owner, "Firm")).toMatchObject({ ok: true });
  expect(await db.auditEntry.findFirst({ where: { action: "api_key.created" } })).toMatchObject({
    details: { confirmed: true },
  });
});

test("managers and directors make, see and revoke none, nor anybody another firm's", async () => {
  const { view } = await newKey(admin);
  for (const role of ["director", "manager"] as const) {
    const actor = await join(firm, "Mara", role);
    await expect(createApiKey(actor, input)).rejects.toMatchObject({ reason: "role" });
    await expect(listApiKeys(actor)).rejects.toMatchObject({ reason: "role" });
    await expect(revokeApiKey(actor, { apiKeyId: view.id })).rejects.toMatchObject({ reason: "role" });
  }
  const stranger = await join(await makeFirm("Other"), "Stan", "owner");
  await expect(revokeApiKey(stranger, { apiKeyId: view.id })).rejects.toMatchObject({ code: "not_found" });
  expect(await listApiKeys(stranger)).toEqual([]);
});

test("HUB_API_KEY is the environment workspace's key, as it stands now, with all scopes but approving", async () => {
  env.HUB_API_KEY = "hub-key-of-sixteen-letters";
  await expect(apiKeyActor(withKey(env.HUB_API_KEY))).rejects.toMatchObject({ reason: "api_key_invalid" });
  const { id } = await db.workspace.create({ data: { name: "Mine", origin: "environment" } });
  const actors = await Promise.all([1, 2, 3].map(() => apiKeyActor(withKey("hub-key-of-sixteen-letters"))));
  expect(new Set(actors.map(({ apiKeyId }) => apiKeyId)).size).toBe(1);
  expect(actors[0]?.workspaceId).toBe(id);
  expect(actors[0]?.scopes).toContain("approvals:propose");
  expect(actors[0]?.scopes).not.toContain("approvals:decide");
  const keeper = await join(id, "Ena", "owner");
  expect(await revokeApiKey(keeper, { apiKeyId: actors[0]?.apiKeyId ?? 0 })).toEqual({
    ok: false,
    reason: "environment",
  });
  env.HUB_API_KEY = "another-key-of-sixteen";
  await expect(apiKeyActor(withKey("hub-key-of-sixteen-letters"))).rejects.toMatchObject({
    reason: "api_key_invalid",
  });
  expect(await apiKeyActor(withKey("another-key-of-sixteen"))).toMatchObject({ workspaceId: id });
  expect(await listApiKeys(keeper)).toMatchObject([{ prefix: null, name: "HUB_API_KEY" }]);
});

test("HUB_API_KEY_MAY_APPROVE lets that key approve, and the audit log tells it once", async () => {
  env.HUB_API_KEY = "hub-key-of-sixteen-letters";
  const { id } = await db.workspace.create({ data: { name: "Mine", origin: "environment" } });
  const scopes = async () => (await apiKeyActor(withKey("hub-key-of-sixteen-letters"))).scopes;
  expect(await scopes()).not.toContain("approvals:decide");
  env.HUB_API_KEY_MAY_APPROVE = true;
  for (const granted of await Promise.all([scopes(), scopes(), scopes()]))
    expect(granted).toEqual(expect.arrayContaining(["approvals:propose", "approvals:decide"]));
  env.HUB_API_KEY_MAY_APPROVE = false;
  expect(await scopes()).not.toContain("approvals:decide");
  const audit = await db.auditEntry.findMany({ where: { workspaceId: id }, orderBy: { id: "asc" } });
  expect(audit.map(({ action, details }) => [action, details])).toEqual([
    ["api_key.changed", { mayApprove: true }],
    ["api_key.changed", { mayApprove: false }],
  ]);
});

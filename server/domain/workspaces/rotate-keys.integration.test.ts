import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkEncryptionKeys } from "@/server/domain/workspaces/check-encryption-keys";
import { keyFingerprints, seal, unseal } from "@/server/lib/crypto";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { rotateKeys } from "./rotate-keys";

const dataDir = env.DATA_DIR;
beforeAll(() => {
  env.DATA_DIR = mkdtempSync(join(tmpdir(), "assistchat-keys-"));
});
afterAll(() => {
  env.DATA_DIR = dataDir;
});

async function fill() {
  const { id: workspaceId } = await db.workspace.create({ data: { name: "Firm" } });
  const row = { workspaceId, provider: "telegram", name: "Bot", accountKey: randomUUID(), credentials: "" };
  const resource = await db.resource.create({ data: row });
  await db.resource.create({ data: { ...row, accountKey: randomUUID() } });
  await db.resource.update({
    where: { id: resource.id },
    data: { credentials: seal("token", `${workspaceId}:${resource.id}`) },
  });
  await db.aiSettings.create({ data: { workspaceId, apiKey: seal("sk-1", `${workspaceId}:ai`) } });
  const user = await db.user.create({ data: { email: `${randomUUID()}@example.com`, name: "O" } });
  await db.user.update({ where: { id: user.id }, data: { totpSecret: seal("totp", `user:${user.id}`) } });
  return { workspaceId, resourceId: resource.id, userId: user.id };
}
async function sealedOf({ workspaceId, resourceId, userId }: Awaited<ReturnType<typeof fill>>) {
  const { credentials } = await db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  const { apiKey } = await db.aiSettings.findUniqueOrThrow({ where: { workspaceId } });
  const { totpSecret } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return [
    [credentials, `${workspaceId}:${resourceId}`],
    [apiKey ?? "", `${workspaceId}:ai`],
    [totpSecret ?? "", `user:${userId}`],
  ] as const;
}
const keyIds = (sealed: Awaited<ReturnType<typeof sealedOf>>) =>
  new Set(sealed.map(([text]) => text.split(".")[0]));
const opened = (sealed: Awaited<ReturnType<typeof sealedOf>>) => sealed.map(([text, to]) => unseal(text, to));
const fact = async () =>
  (await db.installationFact.findUniqueOrThrow({ where: { key: "encryption_keys" } })).value;

test("every sealed value moves to a new key, and the older one is forgotten", async () => {
  const filled = await fill();
  await transaction(checkEncryptionKeys);
  const [before] = keyFingerprints();
  const old = await sealedOf(filled);
  expect(await rotateKeys({ settleMs: 0 })).toMatchObject({ ok: true, keys: "generated", resealed: 3 });
  const now = await sealedOf(filled);
  expect(opened(now)).toEqual(["token", "sk-1", "totp"]);
  expect(keyIds(now)).toEqual(new Set([ensureSecrets(env.DATA_DIR).encryptionKeyId]));
  expect(() => opened(old)).toThrow("encryption key that is not here");
  expect(keyFingerprints()).toEqual([await fact()]);
  expect(await fact()).not.toBe(before);
  // A start afterwards finds its keys.
  expect(await transaction(checkEncryptionKeys)).toBe(true);
});

test("both keys open what they sealed while it runs, one runs at a time, and one broken off goes on without another key", async () => {
  const filled = await fill();
  const path = join(env.DATA_DIR, "secrets.json");
  const rotation = rotateKeys({ settleMs: 300 });
  while (ensureSecrets(env.DATA_DIR).olderEncryptionKeys.length === 0)
    await new Promise((next) => setTimeout(next, 5));
  const during = ensureSecrets(env.DATA_DIR);
  expect(await rotateKeys({ settleMs: 0 })).toEqual({ ok: false, reason: "running" });
  // Both keys open what they sealed as long as it runs.
  expect(opened(await sealedOf(filled))).toEqual(["token", "sk-1", "totp"]);
  expect(await rotation).toMatchObject({ ok: true });
  // As it would stand had the process died before the end.
  writeFileSync(path, JSON.stringify(during));
  expect(await rotateKeys({ settleMs: 0 })).toMatchObject({ ok: true, resealed: 0 });
  expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
    encryptionKeyId: during.encryptionKeyId,
    olderEncryptionKeys: [],
  });
  expect(opened(await sealedOf(filled))).toEqual(["token", "sk-1", "totp"]);
});

test("what cannot be opened is named, and all keys stay", async () => {
  const filled = await fill();
  await db.aiSettings.update({
    where: { workspaceId: filled.workspaceId },
    data: { apiKey: seal("sk-1", "somebody:else") },
  });
  expect(await rotateKeys({ settleMs: 0 })).toMatchObject({
    ok: false,
    reason: "unreadable",
    unreadable: [`ai_settings.api_key ${filled.workspaceId}`],
  });
  expect(ensureSecrets(env.DATA_DIR).olderEncryptionKeys).toHaveLength(1);
  await db.workspace.delete({ where: { id: filled.workspaceId } });
  expect(await rotateKeys({ settleMs: 0 })).toMatchObject({ ok: true });
});

test("keys of another installation change nothing", async () => {
  await fill();
  const path = join(env.DATA_DIR, "secrets.json");
  const right = readFileSync(path, "utf8");
  const wrong = { ...JSON.parse(right), encryptionKey: Buffer.alloc(32, 7).toString("base64") };
  writeFileSync(path, JSON.stringify(wrong));
  expect(await rotateKeys({ settleMs: 0 })).toEqual({ ok: false, reason: "keys_missing" });
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(wrong);
});

import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { makeCompany } from "@/scripts/testing/support-company";
import { type ScriptedReply, startScriptedModel } from "@/server/ai/testing/start-scripted-model";
import { embedPassages } from "@/server/domain/knowledge/embed-passages";
import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { unseal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { startSimulator } from "@/server/simulator/start-simulator";
import { deleteAiKey } from "./delete-ai-key";
import { modelFor } from "./model-for";
import { aiSettingsOf } from "./queries";
import { saveAiSettings } from "./save-ai-settings";

const simulator = await startSimulator({ port: 0 });
const pace = await fetch(`${simulator.url}/control/settings`, {
  method: "PUT",
  body: JSON.stringify({ model: { delayMs: 50 } }),
});
if (!pace.ok) throw new Error(await pace.text());
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  env.ALLOW_PRIVATE_HOSTS = [];
  await Promise.all(closers.splice(0).map((close) => close()));
});
afterAll(async () => {
  await simulator.close();
  await realtime.stop();
});

let workspaceId: number;
let userId: number;
beforeEach(async () => {
  env.ALLOW_PRIVATE_HOSTS = ["127.0.0.1"];
  workspaceId = await makeCompany();
  userId = (await db.user.create({ data: { email: `${randomUUID()}@example.com`, name: "Olga" } })).id;
});
const member = (role: MemberRole = "owner"): MemberActor => ({
  kind: "member",
  workspaceId,
  userId,
  role,
});
const own = (more: object = {}) => ({
  mode: "byok",
  baseUrl: `${simulator.url}/v1`,
  model: "sim-grounded",
  apiKey: "sk-secret-7890",
  ...more,
});
async function scripted(...replies: Parameters<typeof startScriptedModel>[0]): Promise<string> {
  const model = await startScriptedModel(replies);
  closers.push(model.close);
  return model.url;
}

test("a key that works is sealed, shown by its end and used for the very next answer", async () => {
  expect(await modelFor(workspaceId)).toBeNull();
  expect(await saveAiSettings(member("admin"), own())).toMatchObject({
    ok: true,
    warnings: [],
    view: { mode: "byok", own: { baseUrl: `${simulator.url}/v1`, keyLast4: "7890", hasKey: true } },
  });
  const { apiKey } = await db.aiSettings.findUniqueOrThrow({ where: { workspaceId } });
  expect(apiKey).not.toContain("secret");
  expect(unseal(apiKey ?? "", `${workspaceId}:ai`)).toBe("sk-secret-7890");
  const model = await modelFor(workspaceId);
  expect(model).toMatchObject({ keyMode: "byok", client: { model: "sim-grounded" } });
  // The same client goes on with what it learned of the endpoint.
  expect((await modelFor(workspaceId))?.client).toBe(model?.client);
  await saveAiSettings(member(), own({ apiKey: undefined, model: "sim-slow" }));
  expect(await modelFor(workspaceId)).toMatchObject({ client: { model: "sim-slow" } });
  expect((await aiSettingsOf(member())).own).toMatchObject({ keyLast4: "7890", model: "sim-slow" });
  await saveAiSettings(member(), { mode: "managed" });
  expect(await modelFor(workspaceId)).toBeNull();
  expect((await aiSettingsOf(member())).own).toMatchObject({ keyLast4: "7890" });
  const audit = await db.auditEntry.findMany({ where: { workspaceId } });
  expect(audit.map(({ action }) => action)).toEqual(["ai.changed", "ai.changed", "ai.changed"]);
  expect(JSON.stringify(audit)).not.toContain("secret");
});

test("what does not work is said and not kept", async () => {
  const failure = async (more: object) => {
    const result = await saveAiSettings(member(), own(more));
    return result;
  };
  expect(await failure({ model: "sim-401" })).toMatchObject({ reason: "probe_failed", kind: "unauthorised" });
  const unknown: ScriptedReply = {
    status: 404,
    body: { error: { code: "model_not_found", message: "The model does not exist" } },
  };
  const listed: ScriptedReply = { status: 200, body: { data: [{ id: "whisper" }, { id: "gpt-4o-mini" }] } };
  expect(await failure({ baseUrl: await scripted(listed, unknown), model: "gpt-4o-mni" })).toMatchObject({
    kind: "unknown_model",
    suggestions: ["gpt-4o-mini", "whisper"],
  });
  const redirect: ScriptedReply = { status: 302, headers: { location: "http://169.254.169.254/" } };
  expect(await failure({ baseUrl: await scripted(redirect) })).toMatchObject({ kind: "redirected" });
  expect(await failure({ baseUrl: await scripted({ status: 404 }) })).toMatchObject({ kind: "not_found" });
  const page: ScriptedReply = { status: 200, headers: { "content-type": "text/html" }, body: "<html>" };
  expect(await failure({ baseUrl: await scripted(page) })).toMatchObject({ kind: "bad_answer" });
  expect(await failure({ baseUrl: "http://127.0.0.1:9/v1" })).toMatchObject({ kind: "unreachable" });
  expect(await failure({ baseUrl: "http://no-such-host.invalid/v1" })).toMatchObject({ kind: "unreachable" });
  expect(await failure({ embeddingModel: "sim-401" })).toMatchObject({
    what: "embedding",
    kind: "unauthorised",
  });
  expect(await db.aiSettings.count({ where: { workspaceId } })).toBe(0);
});

test("private addresses are refused, the demo's own stand-in apart and only in the demo", async () => {
  env.ALLOW_PRIVATE_HOSTS = [];
  const kindOf = async (more: object) => {
    const result = await saveAiSettings(member(), own(more));
    return result.ok ? "ok" : result.reason === "probe_failed" ? result.kind : result.reason;
  };
  const port = env.SIMULATOR_PORT;
  env.SIMULATOR_PORT = simulator.port;
  const standIn = { baseUrl: `http://127.0.0.1:${simulator.port}/v1` };
  for (const baseUrl of [
    standIn.baseUrl,
    "http://169.254.169.254/v1",
    "http://[::ffff:10.0.0.1]/v1",
    "http://0x7f.1/v1",
  ])
    expect(await kindOf({ baseUrl })).toBe("private_address");
  await db.workspace.update({ where: { id: workspaceId }, data: { origin: "demo" } });
  expect(await kindOf(standIn)).toBe("ok");
  expect(await kindOf({ baseUrl: `http://127.0.0.1:${simulator.port}/control` })).toBe("private_address");
  env.DEMO = false;
  expect(await kindOf(standIn)).toBe("private_address");
  env.DEMO = true;
  env.SIMULATOR_PORT = port;
  // Its name can be used once.
  await db.workspace.update({ where: { id: workspaceId }, data: { origin: "registered" } });
});

test("a stored key is not sent to another host", async () => {
  await saveAiSettings(member(), own());
  const elsewhere = await scripted({ pieces: ['{"ok":true}'] });
  expect(await saveAiSettings(member(), own({ baseUrl: elsewhere, apiKey: undefined }))).toEqual({
    ok: false,
    reason: "key_needed",
  });
  // A server of one's own may need none.
  expect(await saveAiSettings(member(), own({ baseUrl: elsewhere, apiKey: "" }))).toMatchObject({
    ok: true,
    view: { own: { hasKey: false, keyLast4: null } },
  });
});

test("nor does a key follow the address that was tried while somebody else kept it", async () => {
  let pauseMs = 0;
  const slow = await scripted(() => ({ pieces: ['{"ok":', "true}"], pauseMs }));
  await saveAiSettings(member(), own({ baseUrl: slow, apiKey: "sk-theirs-1111" }));
  pauseMs = 1500;
  const [late] = await Promise.all([
    saveAiSettings(member(), own({ baseUrl: slow, apiKey: undefined })),
    saveAiSettings(member("admin"), own()),
  ]);
  expect(late).toEqual({ ok: false, reason: "key_needed" });
  expect((await aiSettingsOf(member())).own).toMatchObject({
    baseUrl: `${simulator.url}/v1`,
    keyLast4: "7890",
  });
});

test("each wrong field is named before anybody is asked", async () => {
  const result = await saveAiSettings(member(), {
    mode: "byok",
    baseUrl: "ftp://example.com",
    model: " ",
    apiKey: "with space",
  });
  expect(result).toEqual({
    ok: false,
    reason: "bad_input",
    problems: [
      { field: "baseUrl", problem: "address" },
      { field: "model", problem: "required" },
      { field: "apiKey", problem: "characters" },
    ],
  });
  expect(await saveAiSettings(member(), own({ baseUrl: "https://me:pw@example.com/v1" }))).toMatchObject({
    problems: [{ field: "baseUrl", problem: "credentials" }],
  });
});

test("only owners and admins choose and see the address; another firm's settings stay as they are", async () => {
  await saveAiSettings(member(), own());
  for (const role of ["director", "manager"] as const) {
    await expect(saveAiSettings(member(role), own())).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteAiKey(member(role))).rejects.toMatchObject({ code: "forbidden" });
    expect(await aiSettingsOf(member(role))).toMatchObject({ mode: "byok", own: null, editable: false });
  }
  const ours = workspaceId;
  workspaceId = await makeCompany("Other");
  await deleteAiKey(member());
  await saveAiSettings(member(), { mode: "managed" });
  expect(await db.aiSettings.findUniqueOrThrow({ where: { workspaceId: ours } })).toMatchObject({
    mode: "byok",
  });
});

test("a deleted key is gone, and deleting it twice is once", async () => {
  await saveAiSettings(member(), own());
  const views = await Promise.all([deleteAiKey(member()), deleteAiKey(member())]);
  expect(views).toMatchObject([
    { mode: "managed", own: null },
    { mode: "managed", own: null },
  ]);
  expect(await db.aiSettings.findUniqueOrThrow({ where: { workspaceId } })).toMatchObject({
    apiKey: null,
    baseUrl: null,
  });
  expect(await db.auditEntry.count({ where: { workspaceId, action: "ai.key_deleted" } })).toBe(1);
  expect(await modelFor(workspaceId)).toBeNull();
});

test("passages get the vectors of the workspace's own embedding model, anew when it changes", async () => {
  const embedded = () => db.passage.findMany({ where: { workspaceId }, select: { embeddingModel: true } });
  await saveAiSettings(member(), own({ embeddingModel: "sim-embedding" }));
  await embedPassages();
  expect(new Set((await embedded()).map((passage) => passage.embeddingModel))).toEqual(
    new Set(["sim-embedding"]),
  );
  await saveAiSettings(member(), own({ embeddingModel: "sim-other" }));
  expect(new Set((await embedded()).map((passage) => passage.embeddingModel))).toEqual(new Set([null]));
  await embedPassages();
  expect(new Set((await embedded()).map((passage) => passage.embeddingModel))).toEqual(
    new Set(["sim-other"]),
  );
  expect(await db.modelUsage.count({ where: { workspaceId, purpose: "embedding", keyMode: "byok" } })).toBe(
    2,
  );
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { processUpdates } from "@/bots/process-updates";
import { join } from "@/scripts/testing/firm";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { hashApiKey, newApiKey } from "@/server/domain/api-keys/key-format";
import type { ApiScope } from "@/server/domain/api-keys/schema";
import { drainChat } from "@/server/domain/messages/drain-chat";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { rest } from "@/server/rest/app";
import { type Scene, type ScenePerson, startScene } from "@/server/simulator/test-scene";
import { decide } from "./decide";
import { editProposal } from "./edit-proposal";
import { expireApprovals } from "./expire-approvals";
import { propose } from "./propose";
import { proposeBatch } from "./propose-batch";
import { listApprovals } from "./queries";
import { releaseApprovals } from "./release-approvals";
import { savePolicy } from "./save-policy";

let scene: Scene;
let bot: Awaited<ReturnType<Scene["addBot"]>>;
let anna: ScenePerson;
let group: number;
let managers: number;
let workspaceId: number;
let resourceId: number;
let owner: MemberActor;
let manager: MemberActor;
let key: { propose: string; decide: string; read: string };
const present = clock.now;

beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
});
afterAll(async () => {
  await realtime.stop();
  await scene.close();
});
afterEach(() => {
  clock.now = present;
});
beforeEach(async () => {
  await db.workspace.deleteMany();
  bot = await scene.addBot();
  anna = await scene.addPerson("en", "Anna");
  group = await scene.addForum([bot], [anna], { title: "Wholesale" });
  managers = await scene.addForum([bot], [anna]);
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [managers] });
  await db.chat.create({
    data: { workspaceId, resourceId, externalId: String(group), type: "supergroup", title: "Wholesale" },
  });
  owner = await join(workspaceId, "Olga", "owner");
  manager = await join(workspaceId, "Max", "manager");
  key = {
    propose: await keyWith("approvals:propose"),
    decide: await keyWith("approvals:decide"),
    read: await keyWith("messages:read"),
  };
});

async function keyWith(...scopes: ApiScope[]): Promise<string> {
  const made = newApiKey();
  await db.apiKey.create({
    data: { workspaceId, name: "Agent", prefix: made.prefix, keyHash: hashApiKey(made.key), scopes },
  });
  return made.key;
}
async function call(method: string, path: string, apiKey: string, body?: object) {
  const answer = await rest.request(`/api/v1${path}`, {
    method,
    headers: { "x-api-key": apiKey, ...(body && { "content-type": "application/json" }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}
const send = (text: string, more: object = {}) =>
  call("POST", "/send", key.propose, { chat_id: group, text, ...more });
const approvalOf = (id: number) => db.approval.findUniqueOrThrow({ where: { id } });
const one = (id: number) => ({ what: { approvalIds: [id] }, verdict: "approve" as const });

/** Lets the jobs run that would. */
async function work(): Promise<void> {
  await releaseApprovals({ resourceId });
  for (const { id } of await db.chat.findMany({ where: { resourceId } })) await drainChat({ chatId: id });
}
const said = async (place = group) =>
  (await scene.messages(place)).filter(({ from }) => from?.is_bot).map(({ text }) => text ?? "");

test("a program proposes, a person edits and approves at the same moment as another: it goes out once", async () => {
  const made = await send("Roses are in", { context: "asked twice" });
  expect(made).toMatchObject({
    status: 200,
    body: {
      pending_id: expect.any(Number),
      chat_id: group,
      status: "pending",
      created_at: expect.stringMatching(/Z$/),
    },
  });
  const id = made.body.pending_id;
  expect(await call("GET", "/sandbox/pending", key.decide)).toMatchObject({
    body: [{ id, chat_id: group, text: "Roses are in", context: "asked twice", status: "pending" }],
  });
  await editProposal(manager, { approvalId: id, text: "Roses are in stock" });
  const results = await Promise.all([
    decide(owner, one(id)),
    decide(manager, one(id)),
    decide(owner, one(id)),
  ]);
  expect(results.flatMap(({ decided }) => decided)).toEqual([id]);
  expect(results.flatMap(({ skipped }) => skipped).map(({ why }) => why)).toEqual(["decided", "decided"]);
  await Promise.all([work(), work()]);
  await work();
  expect(await said()).toEqual(["Roses are in stock"]);
  expect(await approvalOf(id)).toMatchObject({ status: "sent", proposedText: "Roses are in" });
  expect(await db.hubMessage.findMany({ where: { workspaceId } })).toMatchObject([
    { text: "Roses are in stock", author: "member", externalId: expect.any(String) },
  ]);
  expect(await call("POST", `/sandbox/${id}/approve`, key.decide)).toMatchObject({
    status: 409,
    body: { error: { code: "approval_decided" } },
  });
  const audit = await db.auditEntry.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });
  expect(audit.map(({ action }) => action)).toEqual([
    "approval.proposed",
    "approval.edited",
    "approval.approved",
  ]);
});

test("who may not is refused: other scopes, other workspaces, the proposer, a removed role", async () => {
  const { pending_id: id } = (await send("Hello")).body;
  for (const path of [`/sandbox/${id}/approve`, `/sandbox/${id}/reject`])
    expect((await call("POST", path, key.propose)).status).toBe(403);
  expect((await call("POST", "/send", key.decide, { chat_id: group, text: "x" })).status).toBe(403);
  expect((await call("GET", "/sandbox/pending", key.read)).status).toBe(403);
  const stranger = await join((await db.workspace.create({ data: { name: "Other" } })).id, "Sid", "owner");
  await expect(decide(stranger, one(id))).rejects.toMatchObject({ code: "not_found" });
  await expect(editProposal(stranger, { approvalId: id, text: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listApprovals(stranger, { status: "pending", limit: 10 })).entries).toEqual([]);
  const own = await propose(manager, {
    target: { chatExternalId: String(group) },
    text: "Mine",
    kind: "message",
  });
  expect(await decide(manager, one(own.id))).toMatchObject({ decided: [], skipped: [{ why: "own" }] });
  // Who proposed it changes the words under the decider's hand.
  await editProposal(manager, { approvalId: own.id, text: "Other words" });
  const read = (text: string) => decide(owner, { ...one(own.id), texts: { [own.id]: text } });
  expect(await read("Mine")).toMatchObject({ decided: [], skipped: [{ why: "changed", status: "pending" }] });
  expect(await read("Other words")).toMatchObject({ decided: [own.id] });
  const policy = {
    source: `member:${manager.userId}`,
    kind: "message",
    mode: "never",
    autoAfter: 1,
  } as const;
  await expect(savePolicy(manager, policy)).rejects.toMatchObject({ code: "forbidden" });
  expect((await approvalOf(id)).status).toBe("pending");
});

test("what cannot be sent is refused in words; of a batch with the places", async () => {
  expect(await call("POST", "/send", key.propose, { chat_id: 42, text: "x" })).toMatchObject({
    status: 404,
    body: { error: { code: "chat_unknown" } },
  });
  for (const text of ["", "  ", "x".repeat(4097)]) expect((await send(text)).status).toBe(400);
  const batch = await call("POST", "/send/batch", key.propose, {
    messages: [
      { chat_id: group, text: "fine" },
      { chat_id: 42, text: "bad" },
    ],
    delay_between_sec: 0,
  });
  expect(batch).toMatchObject({ status: 404, body: { error: { code: "batch_refused" } } });
  expect(batch.body.detail).toContain("messages[1]: No chat 42");
  const many = Array.from({ length: 301 }, () => ({ chat_id: group, text: "x" }));
  expect((await call("POST", "/send/batch", key.propose, { messages: many })).status).toBe(400);
  expect(await db.approval.count({ where: { workspaceId } })).toBe(0);

  // The bot is thrown out between the proposal and the sending.
  const { pending_id: id } = (await send("Too late")).body;
  await decide(owner, one(id));
  await scene.post(`/groups/${group}/kick`, { user: bot.id });
  await work();
  expect(await approvalOf(id)).toMatchObject({
    status: "failed",
    errorCode: "kicked",
    reason: "Not sent: the bot is no longer in this chat.",
  });
  expect(await send("Hello?")).toMatchObject({ status: 409, body: { error: { code: "bot_left" } } });
});

test("a batch goes out in order with its pause; what nobody decided on expires", async () => {
  const batch = await proposeBatch(manager, {
    name: "News",
    delaySeconds: 10,
    messages: ["one", "two", "three"].map((text) => ({
      target: { chatExternalId: String(group) },
      text,
      kind: "message",
    })),
  });
  const late = (await send("Never mind")).body.pending_id;
  const [, second = 0] = batch.approvalIds;
  await decide(owner, { what: { approvalIds: [second] }, verdict: "reject", reason: "No" });
  const decided = await call("POST", `/sandbox/batch/${batch.batchId}/approve`, key.decide);
  expect(decided.body).toMatchObject({ decided_count: 2, status: "approved" });
  await work();
  await work();
  expect(await said()).toEqual(["one"]);
  clock.now = () => new Date(present().getTime() + 11_000);
  await work();
  expect(await said()).toEqual(["one", "three"]);
  expect((await call("GET", "/sandbox/batches", key.decide)).body).toMatchObject([
    { batch_id: batch.batchId, total_messages: 3, sent_count: 2, rejected_count: 1, pending_count: 0 },
  ]);
  // Who comes second is told who was first, of a batch too.
  expect(await call("POST", `/sandbox/batch/${batch.batchId}/reject`, key.decide)).toMatchObject({
    status: 409,
    body: { error: { code: "approval_decided" }, detail: expect.stringMatching(/approved already, by \S/) },
  });
  expect(await decide(manager, { what: { batchId: batch.batchId }, verdict: "approve" })).toMatchObject({
    decided: [],
    skipped: [{ why: "decided", status: "sent" }, {}, { status: "sent" }],
  });
  clock.now = () => new Date(present().getTime() + 25 * 3600_000);
  expect(await decide(owner, one(late))).toMatchObject({ decided: [], skipped: [{ why: "expired" }] });
  await expireApprovals();
  expect((await approvalOf(late)).status).toBe("expired");
});

test("a policy lets pass after unedited approvals in a row, or refuses at once", async () => {
  const first = (await send("A", { kind: "price" })).body.pending_id;
  await decide(owner, one(first));
  const { source } = await approvalOf(first);
  await savePolicy(owner, { source, kind: "price", mode: "auto", autoAfter: 2 });
  const second = (await send("B", { kind: "price" })).body;
  expect(second.status).toBe("pending");
  await decide(owner, one(second.pending_id));
  const third = (await send("C", { kind: "price" })).body;
  expect(third.status).toBe("approved");
  await work();
  expect(await said()).toEqual(["A", "B", "C"]);
  expect(await approvalOf(third.pending_id)).toMatchObject({ status: "sent", decidedByKind: "policy" });
  // An edit begins anew.
  const fourth = (await send("D")).body.pending_id;
  await editProposal(owner, { approvalId: fourth, text: "E" });
  await decide(owner, one(fourth));
  expect(await db.approvalPolicy.findFirst({ where: { workspaceId, kind: "message" } })).toMatchObject({
    streak: 0,
  });
  await savePolicy(owner, { source, kind: "price", mode: "never", autoAfter: 2 });
  expect(await send("F", { kind: "price" })).toMatchObject({
    status: 403,
    body: { error: { code: "policy_never" } },
  });
});

test("in the managers' group only linked members press; the post then says who decided", async () => {
  const { pending_id: id } = (await send("Tulips are in")).body;
  await work();
  const [post] = (await scene.messages(managers)).filter(({ from }) => from?.is_bot);
  expect(post?.text).toContain("Tulips are in");
  expect(post && scene.buttonsOf(post).map(({ text }) => text)).toEqual(["Approve", "Reject"]);
  const press = async (label: string) => {
    const calls = (await scene.calls("answerCallbackQuery", bot.id)).length;
    const posted = scene.at(anna, { chat: managers }).press(post?.message_id ?? 0, label);
    await takeUpdates();
    await posted;
    return (await scene.calls("answerCallbackQuery", bot.id))[calls]?.parameters.text;
  };
  expect(await press("Approve")).toContain("Only linked members");
  const link = { workspaceId, provider: "telegram", externalId: String(anna.id), name: "Anna" };
  await db.memberIdentity.create({ data: { ...link, userId: manager.userId } });
  expect(await press("Approve")).toBe("Approved.");
  expect(await approvalOf(id)).toMatchObject({ status: "approved", decidedByName: "Max" });
  await work();
  const edited = (await scene.messages(managers)).find(({ message_id }) => message_id === post?.message_id);
  expect(edited?.text).toContain("✅ Approved by Max");
  expect(edited && scene.buttonsOf(edited)).toEqual([]);
  expect(await said()).toEqual(["Tulips are in"]);
});

test("what was edited after it was read is not approved: a batch, by REST, under an old post", async () => {
  const propose3 = () =>
    proposeBatch(manager, {
      name: "News",
      delaySeconds: 0,
      messages: ["one", "two", "three"].map((text) => ({
        target: { chatExternalId: String(group) },
        text,
        kind: "message",
      })),
    });
  const { batchId, approvalIds } = await propose3();
  const last = approvalIds[2] ?? 0;
  const listed = async () => (await listApprovals(owner, { status: "pending", limit: 10 })).entries[0];
  const read = await listed();
  await editProposal(manager, { approvalId: last, text: "3" });
  const what = { batchId };
  const approve = (more: object) => decide(owner, { what, verdict: "approve", ...more });
  expect(await approve({ fingerprint: read?.fingerprint })).toMatchObject({
    decided: [],
    skipped: [{ why: "changed" }, { why: "changed" }, { why: "changed", text: "3" }],
  });
  // By the texts themselves only the edited one waits on.
  const path = `/sandbox/batch/${batchId}/approve`;
  expect(await call("POST", path, key.decide, { texts: { [last]: "three" } })).toMatchObject({
    body: { decided_count: 2, skipped_count: 1 },
  });
  const single = (text: string) => call("POST", `/sandbox/${last}/approve`, key.decide, { text });
  expect(await single("three")).toMatchObject({
    status: 409,
    body: { error: { code: "approval_changed" }, detail: expect.stringContaining("It now says: 3") },
  });
  expect((await single("3")).status).toBe(200);
  const second = await propose3();
  const seen = await listed();
  expect(
    await decide(owner, {
      what: { batchId: second.batchId },
      verdict: "approve",
      fingerprint: seen?.fingerprint ?? "",
    }),
  ).toMatchObject({
    decided: second.approvalIds,
  });
});

test("under a post in the managers' group that shows older words nothing is approved, and the new ones are told", async () => {
  const link = { workspaceId, provider: "telegram", externalId: String(anna.id), name: "Anna" };
  await db.memberIdentity.create({ data: { ...link, userId: manager.userId } });
  const press = async (messageId: number, data: string) => {
    const calls = (await scene.calls("answerCallbackQuery", bot.id)).length;
    const body = { from: anna.id, chat: managers, messageId, data, force: true };
    const posted = scene.post("/callbacks", body);
    await takeUpdates();
    await posted;
    return (await scene.calls("answerCallbackQuery", bot.id))[calls]?.parameters.text;
  };
  const newest = async () => {
    await work();
    const post = (await scene.messages(managers)).filter(({ from }) => from?.is_bot).at(-1);
    if (!post) throw new Error("There is no post.");
    return { id: post.message_id, text: post.text, approve: scene.buttonsOf(post)[0]?.callback_data ?? "" };
  };
  const { pending_id: id } = (await send("Tulips are 5")).body;
  const post = await newest();
  await editProposal(owner, { approvalId: id, text: "Tulips are 500" });
  expect(await press(post.id, post.approve)).toBe("The text was changed, read it again: Tulips are 500");
  // A button from before buttons said what was read.
  expect(await press(post.id, `approve:${id}`)).toContain("was changed");
  expect((await approvalOf(id)).status).toBe("pending");
  const now = await newest();
  expect(now).toMatchObject({ id: post.id, text: expect.stringContaining("Tulips are 500") });
  expect(await press(now.id, now.approve)).toBe("Approved.");

  const messages = ["a", "b", "c", "d"].map((text) => ({ chat_id: group, text }));
  const batch = (await call("POST", "/send/batch", key.propose, { messages, delay_between_sec: 0 })).body;
  const before = await newest();
  const { id: fourth } = await db.approval.findFirstOrThrow({
    where: { batchId: batch.batch_id, text: "d" },
  });
  await editProposal(owner, { approvalId: fourth, text: "D!" });
  expect(await press(before.id, before.approve)).toContain("Texts were changed");
  const after = await newest();
  expect(after.text).toContain("✏️");
  expect(after.text).toContain("D!");
  expect(await press(after.id, after.approve)).toBe("Approved: 4.");
});

test("a person's open conversation shows what was sent, and who leads it stays", async () => {
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: String(anna.id), firstName: "Anna" },
  });
  const place = { workspaceId, resourceId, contactId: contact.id };
  await scene.at(anna, { bot: bot.id }).say("/start");
  await db.chat.create({ data: { ...place, externalId: String(anna.id), type: "private" } });
  const conversation = await db.conversation.create({ data: place });
  const made = await call("POST", "/send", key.propose, { chat_id: anna.id, text: "Your order is ready" });
  await decide(owner, one(made.body.pending_id));
  await work();
  expect(await scene.at(anna, { bot: bot.id }).find("Your order is ready")).toBeTruthy();
  expect(await db.message.findMany({ where: { conversationId: conversation.id } })).toMatchObject([
    { author: "manager", origin: "api", text: "Your order is ready", userId: owner.userId },
  ]);
  expect((await db.conversation.findUniqueOrThrow({ where: { id: conversation.id } })).state).toBe(
    "assistant",
  );
  expect((await approvalOf(made.body.pending_id)).status).toBe("sent");
});

let confirmed = 0;
/** Hands the bot's newest updates to their use cases, as its listener would. */
async function takeUpdates(): Promise<void> {
  const ask = () =>
    fetch(`${scene.simulator.url}/bot${bot.token}/getUpdates?offset=${confirmed}&timeout=2`).then(
      (answer) => answer.json() as Promise<{ result: { update_id: number }[] }>,
    );
  const { result } = await ask();
  for (const update of result) {
    confirmed = update.update_id + 1;
    const lane = `test:${update.update_id}`;
    await receiveUpdates(resourceId, [
      { externalId: String(update.update_id), lane, payload: update as never },
    ]);
    await processUpdates({ resourceId, lane });
  }
}

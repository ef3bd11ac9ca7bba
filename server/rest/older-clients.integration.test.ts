import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import createClient from "openapi-fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApiTypes } from "@/scripts/testing/make-api-types";
import { until } from "@/scripts/testing/until";
import { rateLimit } from "@/server/auth/rate-limit";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";
import type { paths } from "@/server/rest/testing/api-types";
import { flowerFirm, keyOf } from "@/server/rest/testing/flower-firm";

// A program written for the older hub and platform (every path of theirs), over real HTTP, by the typed client that the
// API's own description makes.

const server = serve({ fetch: rest.fetch, port: 0, hostname: "127.0.0.1" });
let origin: string;
let firm: Awaited<ReturnType<typeof flowerFirm>>;
let key: string;
const api = () => createClient<paths>({ baseUrl: `${origin}/api/v1`, headers: { "X-API-Key": key } });
const raw = (path: string, init: RequestInit = {}) =>
  fetch(`${origin}/api/v1${path}`, { ...init, headers: { "x-api-key": key, ...init.headers } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  raw(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  await until("the server listens", () => server.listening);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  firm = await flowerFirm();
  key = await keyOf(firm.workspaceId);
});
afterAll(() => void server.close());

test("the description has no fault a linter knows, and the typed client is made from it as it stands", async () => {
  const source = await (await raw("/openapi.json")).text();
  const config = await createConfig({
    extends: ["recommended"],
    // The server is wherever it runs; /sandbox/batch/{id} and /sandbox/{id}/approve are the older hub's addresses.
    rules: { "no-server-example.com": "off", "no-ambiguous-paths": "off" },
  });
  const problems = await lintFromString({ source, config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
  const written = readFileSync(new URL("testing/api-types.ts", import.meta.url), "utf8");
  expect(written === (await makeApiTypes()), "npm run api:types").toBe(true);
});

test("messages come by every filter, newest first, in the older hub's fields", async () => {
  const { data } = await api().GET("/messages", { params: { query: { limit: 2 } } });
  expect(data).toMatchObject({
    ...{ count: 2, total: 5, total_is_lower_bound: false },
    pagination: { limit: 2, offset: 0, total: 5, has_more: true, next_cursor: expect.any(String) },
  });
  const cursor = data?.pagination.next_cursor ?? "";
  const rest = await api().GET("/messages", { params: { query: { cursor } } });
  expect(rest.data).toMatchObject({ count: 3, pagination: { has_more: false, next_cursor: null } });
  expect(rest.data?.messages.at(-1)).toEqual({
    ...{ id: firm.messageIds.first, chat_id: -1001234567890, user_id: 7000000001 },
    ...{ resource_id: firm.resourceId, text: "Сколько стоят розы с доставкой?", message_type: "text" },
    ...{ timestamp: expect.stringMatching(/^\d{4}-.*Z$/), username: "maria", first_name: "Мария" },
    ...{ chat_name: "Опт", role: "client", is_automatic: false, intent: "question" },
    intent_confidence: expect.closeTo(0.9),
    ...{ sentiment: "neutral", urgent: false, is_reply: false, reply_to_message_id: null },
    ...{ is_forwarded: false, has_file: false, conversation_id: null, edited_at: null },
  });
  expect(rest.data?.messages).toContainEqual(
    expect.objectContaining({ is_reply: true, reply_to_message_id: firm.messageIds.first }),
  );
  const totals: [string, number][] = [
    [`resource_id=${firm.resourceId}`, 5],
    [`resource_id=${firm.resourceId + 1}`, 0],
    ["chat_id=-1001234567890", 5],
    [`chat_id=-1001234567890&resource_id=${firm.resourceId}`, 5],
    ["chat_id=-42", 0],
    ["user_id=7000000002", 1],
    ["user_id=42", 0],
    ["role=manager", 1],
    ["role=manager,client", 4],
    ["exclude_automatic=true", 4],
    ["has_intent=true&clients_only=1", 3],
    ["has_intent=false", 2],
    ["days=1", 5],
    ["since=2020-01-01&until=2020-12-31", 0],
    [`since=${new Date(Date.now() - 45 * 60_000).toISOString()}`, 3],
    [`until=${new Date(Date.now() - 45 * 60_000).toISOString()}`, 2],
    ["q=роза", 2],
    ["offset=4", 5],
  ];
  for (const [query, total] of totals)
    expect([query, (await (await raw(`/messages?${query}`)).json()).total]).toEqual([query, total]);
});

test("one message, its context, and figures without people who are left out of them", async () => {
  const { first, reply, urgent } = firm.messageIds;
  const one = await api().GET("/messages/{id}", { params: { path: { id: String(first) } } });
  expect(one.data).toMatchObject({
    user: { id: firm.clientId, user_id: 7000000001, username: "maria", first_name: "Мария", role: "client" },
    intent: { name: "question", confidence: expect.closeTo(0.9) },
    sentiment: "neutral",
  });
  const around = await api().GET("/messages/{id}/context", {
    params: { path: { id: String(reply) }, query: { before: 3, after: 1 } },
  });
  expect([around.data?.before, around.data?.after].map((side) => side?.map(({ id }) => id))).toEqual([
    [first],
    [urgent],
  ]);
  const total = await api().GET("/messages/stats/total");
  expect(total.data).toEqual({ total_messages: 4, days: 7, since: expect.any(String) });
  const byRole = await api().GET("/messages/stats/by-role", { params: { query: { days: 30 } } });
  expect(byRole.data).toMatchObject({ days: 30, by_role: { client: 2, manager: 1, assistant_bot: 1 } });
  const intents = await api().GET("/intents");
  expect(intents.data).toEqual({
    ...{ period_days: 7, total_analyzed: 2, by_intent: { question: 1, complaint: 1 } },
    by_sentiment: { neutral: 1, negative: 1 },
  });
  const daily = await api().GET("/intents/daily", { params: { query: { days: 2 } } });
  expect(daily.data?.daily.map(({ intent, count }) => [intent, count]).toSorted()).toEqual([
    ["complaint", 1],
    ["question", 1],
  ]);
  const now = await api().GET("/intents/urgent");
  expect(now.data?.urgent).toMatchObject([
    { id: urgent, text: expect.stringContaining("испорченные"), intent: "complaint" },
  ]);
  expect(Object.keys(now.data?.urgent[0] ?? {})).toEqual(
    expect.arrayContaining(["id", "text", "intent", "sentiment", "chat_name", "timestamp"]),
  );
});

test("clients, users and chats are found by our ids and by the provider's", async () => {
  const clients = await api().GET("/clients");
  expect(clients.data).toMatchObject({ count: 2, total: 2 });
  expect(clients.data?.clients).toContainEqual(
    expect.objectContaining({
      ...{ id: firm.clientId, user_id: 7000000001, username: "maria", first_name: "Мария" },
      ...{ last_name: "Соколова", is_manager: false },
      ...{ first_seen: expect.any(String), last_seen: expect.any(String) },
    }),
  );
  for (const id of [String(firm.clientId), "7000000001"]) {
    const said = await api().GET("/clients/{id}/messages", {
      params: { path: { id }, query: { q: "розы" } },
    });
    expect(said.data).toMatchObject({ count: 2, total: 2 });
    expect((await api().GET("/users/{id}", { params: { path: { id } } })).data?.id).toBe(firm.clientId);
  }
  expect((await api().GET("/clients/stats/active")).data).toEqual({ active_clients: 1, days: 7 });
  const client = { path: { id: String(firm.clientId) } };
  expect((await api().GET("/clients/{id}", { params: client })).data?.username).toBe("maria");
  expect((await api().GET("/users/{id}/statistics", { params: client })).data).toMatchObject({
    ...{ total_messages: 2, urgent_messages: 1, chats: 1, by_intent: { question: 1, complaint: 1 } },
  });
  // Who was merged into them counts as them.
  const { id: merged } = await db.contact.create({
    data: {
      ...{ workspaceId: firm.workspaceId, provider: "kchat", externalId: "k-1", firstName: "Мария" },
      mergedIntoId: firm.clientId,
    },
  });
  const figures = await api().GET("/users/{id}/statistics", { params: { path: { id: String(merged) } } });
  expect(figures.data).toMatchObject({ total_messages: 2 });
  await db.contact.delete({ where: { id: merged } });
  expect((await api().GET("/users", { params: { query: { role: "client,manager" } } })).data?.count).toBe(3);
  expect((await api().GET("/users/managers")).data?.managers).toMatchObject([
    { id: firm.managerId, is_manager: true },
  ]);
  const promote = { params: client, body: { role: "manager" as const } };
  for (const _ of [1, 2])
    expect((await api().PATCH("/users/{id}/role", promote)).data).toMatchObject({
      role: "manager",
      is_staff: true,
    });
  await api().PATCH("/users/{id}/role", { params: client, body: { role: "client" } });
  const audited = { workspaceId: firm.workspaceId, action: "contact.role_changed" };
  expect(await db.auditEntry.count({ where: audited })).toBe(2);
  const chats = await api().GET("/chats");
  expect(chats.data?.chats).toMatchObject([
    { id: firm.chatId, chat_id: -1001234567890, name: "Опт", members: 3 },
    {},
  ]);
  for (const id of [String(firm.chatId), "-1001234567890"]) {
    expect((await api().GET("/chats/{id}", { params: { path: { id } } })).data?.id).toBe(firm.chatId);
    const seen = await api().GET("/chats/{id}/participants", { params: { path: { id } } });
    expect(seen.data).toMatchObject({ count: 3, participants: [{ left_at: null }, {}, {}] });
  }
  const ofPrivate = { path: { id: String(firm.privateChatId) } };
  expect(
    (await api().GET("/chats/{id}/participants", { params: ofPrivate })).data?.participants,
  ).toMatchObject([{ id: firm.clientId }]);
});

test("conversations, leads and analytics answer as on the older platform", async () => {
  const list = await api().GET("/conversations", { params: { query: { state: "waiting" } } });
  expect(list.data).toMatchObject({
    ...{ count: 1, total: 1 },
    conversations: [
      { id: firm.conversationId, client_name: "Мария Соколова", chat_id: 7000000001, state: "waiting" },
    ],
  });
  const one = await api().GET("/conversations/{id}", {
    params: { path: { id: String(firm.conversationId) } },
  });
  expect(one.data?.messages).toMatchObject([{ author: "customer", text: "сказано text" }]);
  const made = await api().POST("/leads", { body: { name: "Ирина", phone: "+7 912 345-67-89", value: 100 } });
  expect([made.response.status, Object.keys(made.data ?? {})]).toEqual([
    201,
    expect.arrayContaining(
      "id name phone email status source value owner_id contact_id created_at updated_at".split(" "),
    ),
  ]);
  const lead = { path: { id: String(made.data?.id) } };
  expect((await api().PUT("/leads/{id}", { params: lead, body: { value: 250 } })).data).toMatchObject({
    value: 250,
  });
  expect((await api().GET("/leads/{id}", { params: lead })).data).toMatchObject({
    name: "Ирина",
    value: 250,
  });
  expect((await api().GET("/leads")).data).toMatchObject({ count: 1, total: 1, leads: [{ name: "Ирина" }] });
  expect((await api().GET("/analytics/metrics")).response.status).toBe(200);
  expect((await api().GET("/analytics/reports")).response.status).toBe(200);
  expect((await api().GET("/analytics/unanswered")).response.status).toBe(200);
});

test("messages are proposed and wait; who proposes must not decide", async () => {
  const sent = await api().POST("/send", {
    body: { chat_id: -1001234567890, text: "Скидка", context: "план" },
  });
  expect(sent.data).toMatchObject({
    pending_id: expect.any(Number),
    chat_id: -1001234567890,
    status: "pending",
  });
  const messages = [{ chat_id: -1001234567890, text: "Раз" }];
  const batch = await api().POST("/send/batch", {
    body: { messages, batch_name: "Два", delay_between_sec: 1 },
  });
  expect(batch.response.status).toBe(200);
  expect((await raw("/sandbox/pending")).status).toBe(200);
  expect((await raw("/sandbox/batches")).status).toBe(200);
  expect((await raw(`/sandbox/batch/${batch.data?.batch_id}`)).status).toBe(200);
  const own = `/sandbox/${sent.data?.pending_id}/approve`;
  expect(await refused(await post(own, {}))).toBe("403 scope");
  key = await keyOf(firm.workspaceId, ["approvals:decide"]);
  const decided = await Promise.all([
    post(`/sandbox/${sent.data?.pending_id}/reject`, { reason: "нет" }),
    raw(`/sandbox/batch/${batch.data?.batch_id}/reject`, {
      method: "POST",
      headers: { "content-type": "application/json" },
    }),
  ]);
  expect(decided.map(({ status }) => status)).toEqual([200, 200]);
  key = await keyOf(firm.workspaceId);
});

async function refused(answer: Response): Promise<string> {
  const body = await answer.json();
  expect(body).toMatchObject({ error: { message: expect.stringMatching(/.{5}/) } });
  expect(body.detail).toBe(body.error.message);
  return `${answer.status} ${body.error.code}`;
}

test("what is wrong is refused in words", async () => {
  const stranger = await flowerFirm();
  const cases: [string, string][] = [
    ["/messages?limit=-1", "400 bad_input"],
    ["/messages?limit=999999999999", "400 bad_input"],
    ["/messages?offset=-5", "400 bad_input"],
    ["/messages?days=0", "400 bad_input"],
    ["/messages?role=boss", "400 bad_input"],
    ["/messages?has_intent=perhaps", "400 bad_input"],
    ["/messages?since=yesterday", "400 bad_input"],
    ["/messages?since=99999-01-01T00:00:00", "400 bad_moment"],
    ["/messages?q=%00", "400 bad_input"],
    [`/messages?q=${"(a+)+".repeat(60)}`, "400 bad_input"],
    ["/messages?chat_id=1;drop table messages", "400 bad_input"],
    ["/messages?cursor=nonsense", "400 cursor_unknown"],
    ["/messages/1;drop", "400 bad_input"],
    ["/messages/9007199254740991", "404 message"],
    [`/messages/${stranger.messageIds.first}`, "404 message"],
    [`/messages/${stranger.messageIds.first}/context`, "404 message"],
    [`/clients/${stranger.clientId}`, "404 contact"],
    [`/clients/${stranger.clientId}/messages`, "404 contact"],
    [`/chats/${stranger.chatId}/participants`, "404 chat"],
    [`/conversations/${stranger.conversationId}`, "404 conversation"],
    ["/nowhere", "404 not_found"],
  ];
  for (const [path, refusal] of cases)
    expect([path, await refused(await raw(path))]).toEqual([path, refusal]);
  for (const q of [
    "'; drop table hub_messages; --",
    "(a+)+$",
    "%",
    "\\",
    "роза & | ! <-> :*",
    "𓂀".repeat(50),
  ])
    expect([q, (await raw(`/messages?q=${encodeURIComponent(q)}`)).status]).toEqual([q, 200]);
  const details = await (await raw("/messages?limit=-1&offset=-1")).json();
  expect(details.error.details).toMatchObject([{ field: "limit" }, { field: "offset" }]);
  expect(await refused(await post("/send", { chat_id: 1, text: "a".repeat(10 << 20) }))).toBe(
    "413 too_large",
  );
  expect(await refused(await raw("/messages", { headers: { "x-api-key": "ac_00000000_no" } }))).toBe(
    "401 api_key_invalid",
  );
  const reader = { headers: { "x-api-key": await keyOf(firm.workspaceId, ["leads:read"]) } };
  for (const path of [
    "/messages",
    "/clients",
    "/users/1",
    "/chats",
    "/intents",
    "/conversations",
    "/clients/1/messages",
  ])
    expect([path, await refused(await raw(path, reader))]).toEqual([path, "403 scope"]);
});

test("a POST with an Idempotency-Key is carried out once", async () => {
  const once = { "idempotency-key": "lead-1" };
  const lead = { name: "Пётр" };
  const [a, b] = await Promise.all([post("/leads", lead, once), post("/leads", lead, once)]);
  const again = await post("/leads", lead, once);
  const ids = await Promise.all([a, b, again].map(async (answer) => (await answer.json()).id));
  expect(new Set(ids).size).toBe(1);
  expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
  expect(await refused(await post("/leads", { name: "Павел" }, once))).toBe("422 idempotency_key_reused");
  expect(await db.lead.count({ where: { workspaceId: firm.workspaceId, name: "Пётр" } })).toBe(1);
  // A refusal is not kept: the same key may come again, corrected.
  const corrected = { "idempotency-key": "lead-2" };
  expect(await refused(await post("/leads", {}, corrected))).toBe("400 bad_input");
  expect((await post("/leads", { name: "Ольга" }, corrected)).status).toBe(201);
  expect(await refused(await post("/leads", lead, { "idempotency-key": "two words" }))).toBe(
    "400 bad_idempotency_key",
  );
});

test("the headers tell what is left of a key's limit, and when to come again", async () => {
  key = await keyOf(firm.workspaceId);
  const first = await raw("/bot");
  const told = ["limit", "remaining", "reset"].map((name) => Number(first.headers.get(`ratelimit-${name}`)));
  expect(told).toEqual([600, 599, 60]);
  const { id } = await db.apiKey.findFirstOrThrow({ orderBy: { id: "desc" } });
  for (let sent = 1; sent < 600; sent += 1) await rateLimit("api-key", id);
  const over = await raw("/leads");
  expect([over.headers.get("ratelimit-remaining"), Number(over.headers.get("retry-after")) > 0]).toEqual([
    "0",
    true,
  ]);
  expect(await refused(over)).toBe("429 rate_limited");
  key = await keyOf(firm.workspaceId);
});

test("an agent does the same by the Model Context Protocol, under the key's scopes", async () => {
  const agent = async (apiKey: string) => {
    const client = new Client({ name: "agent", version: "1" });
    const requestInit = { headers: { Authorization: `Bearer ${apiKey}` } };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/api/v1/mcp`), { requestInit }));
    const call = async (name: string, input: Record<string, unknown> = {}) => {
      const { isError, structuredContent, content } = await client.callTool({ name, arguments: input });
      return isError ? { refused: JSON.stringify(content) } : structuredContent;
    };
    return { client, call };
  };
  const { client, call } = await agent(key);
  const { tools } = await client.listTools();
  const search = tools.find(({ name }) => name === "search");
  expect(search).toMatchObject({ annotations: { readOnlyHint: true }, inputSchema: { required: ["q"] } });
  expect(tools.map(({ name }) => name)).not.toContain("approve");
  expect(await call("search", { q: "роза" })).toMatchObject({ total: 2 });
  expect(await call("search")).toEqual({ refused: expect.stringContaining("Missing: q") });
  expect(await call("get_message", { id: firm.messageIds.first })).toMatchObject({
    intent: { name: "question" },
  });
  expect(await call("list_clients", { limit: 1 })).toMatchObject({ count: 1, total: 2 });
  expect(await call("list_chats")).toMatchObject({ total: 2 });
  expect(await call("get_intents")).toMatchObject({ total_analyzed: 2 });
  expect(await call("list_leads")).toMatchObject({ count: expect.any(Number) });
  const proposed = await call("propose_message", { chat_id: -1001234567890, text: "Здравствуйте" });
  expect(proposed).toMatchObject({ status: "pending" });
  expect(await call("list_pending")).toMatchObject({ items: expect.any(Array) });
  expect(await call("list_clients", { limit: -1 })).toEqual({ refused: expect.stringContaining("limit") });
  expect(await call("create_lead", { name: "Агент" })).toMatchObject({ name: "Агент" });
  const lead = await db.lead.findFirstOrThrow({ where: { name: "Агент" } });
  expect(await call("change_lead", { id: String(lead.id), value: 7 })).toMatchObject({ value: 7 });
  expect(await call("get_lead", { id: ".." })).toEqual({ refused: expect.stringContaining("no such") });
  expect(await call("list_batches")).toMatchObject({ items: expect.any(Array) });
  await client.close();
  const stranger = await agent(await keyOf((await flowerFirm()).workspaceId, ["messages:read"]));
  expect(await stranger.call("get_message", { id: firm.messageIds.first })).toEqual({
    refused: expect.stringContaining("no such message"),
  });
  expect(await stranger.call("list_clients")).toEqual({ refused: expect.stringContaining("contacts:read") });
  await stranger.client.close();
  await expect(agent("ac_00000000_no")).rejects.toThrow();
});

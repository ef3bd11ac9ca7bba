import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashApiKey } from "@/server/domain/api-keys/key-format";
import { API_SCOPES } from "@/server/domain/api-keys/schema";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";
import {
  createForeignWorkspace,
  type Foreign,
  foreignRows,
  MARK,
} from "@/server/trpc/testing/foreign-workspace";
import { customerOfOurs, signInAs } from "@/server/trpc/testing/sign-in-as";

// Every HTTP door there is, asked by everybody another workspace has, with the ids of this one. A new route needs a
// line here; nothing else.

type Door = {
  /** The request's path with the foreign workspace's ids in place of the parameters; left out, the route's own path. */
  path?: (foreign: Foreign) => string;
  body?: (foreign: Foreign) => unknown;
  /** It names something foreign: nobody gets a success. */
  refuses?: true;
};

const link = "expires=99999999999&signature=none";
const doors: Record<string, Door> = {
  "GET /api/bot": {},
  "POST /api/bot/start": {},
  "POST /api/bot/stop": {},
  "GET /api/chat/messages": {},
  "POST /api/chat/messages": {
    body: () => ({ clientId: "00000000-0000-4000-8000-000000000000", text: "Hello" }),
  },
  "POST /api/chat/operator": {},
  "POST /api/chat/session": {
    body: ({ resourceId }) => ({ initData: "hash=none", resourceId }),
    refuses: true,
  },
  "GET /api/demo/enter": { path: () => "/api/demo/enter?key=none", refuses: true },
  "GET /api/exports/audit": {},
  "GET /api/exports/contacts/:id": {
    path: ({ contactId }) => `/api/exports/contacts/${contactId}`,
    refuses: true,
  },
  "GET /api/exports/workspace": {},
  "POST /api/files": {},
  "GET /api/files/:id/:name": {
    path: ({ sessionId }) => `/api/files/${sessionId}/photo.png?${link}`,
    refuses: true,
  },
  "GET /api/health": {},
  "POST /api/telegram/:resourceId{[0-9]{1,10}}": {
    path: ({ resourceId }) => `/api/telegram/${resourceId}`,
    body: () => ({ update_id: 1 }),
    refuses: true,
  },
  "GET /api/v1/bot": {},
  "POST /api/v1/bot/start": {},
  "POST /api/v1/bot/stop": {},
  "GET /api/v1/chats": {},
  "GET /api/v1/chats/:id": {
    path: ({ chatId }) => `/api/v1/chats/${chatId}`,
    refuses: true,
  },
  "GET /api/v1/chats/:id/participants": {
    path: ({ chatId }) => `/api/v1/chats/${chatId}/participants`,
    refuses: true,
  },
  "GET /api/v1/clients": {},
  "GET /api/v1/clients/:id": {
    path: ({ contactId }) => `/api/v1/clients/${contactId}`,
    refuses: true,
  },
  "GET /api/v1/clients/:id/messages": {
    path: ({ contactId }) => `/api/v1/clients/${contactId}/messages`,
    refuses: true,
  },
  "GET /api/v1/clients/stats/active": {},
  "GET /api/v1/conversations": {},
  "GET /api/v1/conversations/:id": {
    path: ({ conversationId }) => `/api/v1/conversations/${conversationId}`,
    refuses: true,
  },
  "GET /api/v1/intents": {},
  "GET /api/v1/intents/daily": {},
  "GET /api/v1/intents/urgent": {},
  "DELETE /api/v1/mcp": { refuses: true },
  "GET /api/v1/mcp": { refuses: true },
  "POST /api/v1/mcp": {
    body: ({ hubMessageId }) => ({
      ...{ jsonrpc: "2.0", id: 1, method: "tools/call" },
      params: { name: "get_message", arguments: { id: hubMessageId } },
    }),
  },
  "GET /api/v1/messages": {
    path: ({ resourceId }) => `/api/v1/messages?chat_id=${MARK}&resource_id=${resourceId}`,
  },
  "GET /api/v1/messages/:id": {
    path: ({ hubMessageId }) => `/api/v1/messages/${hubMessageId}`,
    refuses: true,
  },
  "GET /api/v1/messages/:id/context": {
    path: ({ hubMessageId }) => `/api/v1/messages/${hubMessageId}/context`,
    refuses: true,
  },
  "GET /api/v1/messages/stats/by-role": {},
  "GET /api/v1/messages/stats/total": {},
  "GET /api/v1/users": {},
  "GET /api/v1/users/:id": {
    path: ({ contactId }) => `/api/v1/users/${contactId}`,
    refuses: true,
  },
  "GET /api/v1/users/:id/statistics": {
    path: ({ contactId }) => `/api/v1/users/${contactId}/statistics`,
    refuses: true,
  },
  "PATCH /api/v1/users/:id/role": {
    path: ({ contactId }) => `/api/v1/users/${contactId}/role`,
    body: () => ({ role: "manager" }),
    refuses: true,
  },
  "GET /api/v1/users/managers": {},
  "GET /api/exports/analytics": {},
  "GET /api/exports/leads": {},
  "POST /api/imports/leads": {},
  "GET /api/v1/analytics/metrics": {},
  "GET /api/v1/analytics/reports": {},
  "GET /api/v1/analytics/unanswered": {},
  "GET /api/v1/leads": {},
  "GET /api/v1/leads/:id": {
    path: ({ leadId }) => `/api/v1/leads/${leadId}`,
    refuses: true,
  },
  "POST /api/v1/leads": {
    body: ({ contactId }) => ({ name: "Ours", contact_id: contactId }),
    refuses: true,
  },
  "PUT /api/v1/leads/:id": {
    path: ({ leadId }) => `/api/v1/leads/${leadId}`,
    body: () => ({ name: "Ours" }),
    refuses: true,
  },
  "GET /api/exports/invitees": {
    path: ({ meetingId }) => `/api/exports/invitees?meetingId=${meetingId}&format=csv`,
    refuses: true,
  },
  "POST /api/imports/invitees": {
    path: ({ meetingId }) => `/api/imports/invitees?meetingId=${meetingId}`,
    body: () => "Ours;ours@example.com",
    refuses: true,
  },
  "GET /api/v1/meetings": { path: () => "/api/v1/meetings?from=2020-01-01T00:00:00Z" },
  "GET /api/v1/meetings/:id": { path: ({ meetingId }) => `/api/v1/meetings/${meetingId}`, refuses: true },
  "POST /api/v1/meetings": {
    body: ({ resourceId }) => ({
      topic: "Ours",
      starts_at: "2099-01-01T10:00:00Z",
      time_zone: "UTC",
      resource_id: resourceId,
    }),
    refuses: true,
  },
  "PUT /api/v1/meetings/:id": {
    path: ({ meetingId }) => `/api/v1/meetings/${meetingId}`,
    body: () => ({ topic: "Ours" }),
    refuses: true,
  },
  "POST /api/v1/meetings/:id/cancel": {
    path: ({ meetingId }) => `/api/v1/meetings/${meetingId}/cancel`,
    body: () => ({ series: true }),
    refuses: true,
  },
  "GET /api/v1/meetings/:id/invitees": {
    path: ({ meetingId }) => `/api/v1/meetings/${meetingId}/invitees`,
    refuses: true,
  },
  "POST /api/v1/meetings/:id/invitees": {
    path: ({ meetingId }) => `/api/v1/meetings/${meetingId}/invitees`,
    body: () => ({ full_name: "Ours", email: "ours@example.com" }),
    refuses: true,
  },
  "PUT /api/v1/meetings/invitees/:id/answer": {
    path: ({ inviteeId }) => `/api/v1/meetings/invitees/${inviteeId}/answer`,
    body: () => ({ attendance: "yes" }),
    refuses: true,
  },
  "GET /api/v1/sandbox/batch/:id": {
    path: ({ batchId }) => `/api/v1/sandbox/batch/${batchId}`,
    refuses: true,
  },
  "GET /api/v1/sandbox/batches": {},
  "GET /api/v1/sandbox/pending": {},
  "POST /api/v1/sandbox/:id/approve": {
    path: ({ approvalId }) => `/api/v1/sandbox/${approvalId}/approve`,
    body: () => ({ reason: "no" }),
    refuses: true,
  },
  "POST /api/v1/sandbox/:id/reject": {
    path: ({ approvalId }) => `/api/v1/sandbox/${approvalId}/reject`,
    body: () => ({ reason: "no" }),
    refuses: true,
  },
  "POST /api/v1/sandbox/batch/:id/approve": {
    path: ({ batchId }) => `/api/v1/sandbox/batch/${batchId}/approve`,
    body: () => ({ reason: "no" }),
    refuses: true,
  },
  "POST /api/v1/sandbox/batch/:id/reject": {
    path: ({ batchId }) => `/api/v1/sandbox/batch/${batchId}/reject`,
    body: () => ({ reason: "no" }),
    refuses: true,
  },
  "POST /api/v1/send": {
    body: ({ resourceId }) => ({ chat_id: 1, resource_id: resourceId, text: "Hello" }),
    refuses: true,
  },
  "POST /api/v1/send/batch": {
    body: ({ resourceId }) => ({ messages: [{ chat_id: 1, resource_id: resourceId, text: "Hello" }] }),
    refuses: true,
  },
  "GET /api/v1/docs": {},
  "GET /api/v1/openapi.json": {},
  "POST /api/qr/build": { body: () => ({ text: "hello", format: "svg" }) },
  "POST /api/qr/preview": { body: () => ({ text: "hello", format: "svg" }) },
  "POST /api/qr": { body: () => ({ text: "hello", format: "svg" }) },
  "GET /metrics": {},
};

const routes = [
  ...new Set(
    rest.routes
      // Middleware stands in the list as ALL.
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`),
  ),
].toSorted();

let foreign: Foreign;
let before: Record<string, string>;

beforeAll(async () => {
  foreign = await createForeignWorkspace();
  before = await foreignRows(foreign);
});

/** What the foreign workspace has is what it had, to the last row. */
async function expectUntouched(): Promise<void> {
  const [had, has] = [before, await foreignRows(foreign)];
  before = has;
  expect(has).toEqual(had);
}

async function apiKeyOfOurs(): Promise<Headers> {
  const { id: workspaceId } = await db.workspace.create({ data: { name: "Ours" } });
  const key = `ac_ours_${workspaceId}`;
  await db.apiKey.create({
    data: { workspaceId, name: "Ours", prefix: "ac_ours", keyHash: hashApiKey(key), scopes: [...API_SCOPES] },
  });
  return new Headers({ "x-api-key": key });
}

const callers = {
  "a stranger": async () => new Headers(),
  "another owner": () => signInAs("owner"),
  "another manager": () => signInAs("manager"),
  "another customer": customerOfOurs,
  "another program": apiKeyOfOurs,
};

test("every route has its line, and every line its route", () => {
  expect(Object.keys(doors).toSorted()).toEqual(routes);
});

for (const [route, { path, body, refuses }] of Object.entries(doors)) {
  describe(route, () => {
    afterAll(expectUntouched);

    test.for(Object.entries(callers))("%s reaches nothing", async ([, headersOf]) => {
      const [method = "", own = ""] = route.split(" ");
      const headers = await headersOf();
      if (body) headers.set("content-type", "application/json");
      const answer = await rest.request(path?.(foreign) ?? own, {
        method,
        headers,
        body: body && JSON.stringify(body(foreign)),
      });
      expect(await answer.text()).not.toContain(MARK);
      if (answer.status !== 503) expect(answer.status).toBeLessThan(500);
      if (refuses) expect(answer.status).toBeGreaterThanOrEqual(400);
    });
  });
}

test("a change by cookie from another site's page is refused, reading and header proofs are not", async () => {
  const owner = await signInAs("owner");
  owner.set("sec-fetch-site", "cross-site");
  const refused = await rest.request("/api/qr", { method: "POST", headers: owner });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ error: { code: "cross_site" } });
  expect((await rest.request("/api/health", { headers: owner })).status).not.toBe(403);
  const customer = await customerOfOurs();
  customer.set("sec-fetch-site", "cross-site");
  expect((await rest.request("/api/chat/operator", { method: "POST", headers: customer })).status).toBe(200);
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTRPCClient, httpSubscriptionLink, type TRPCClientError } from "@trpc/client";
import { EventSource } from "eventsource";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { issueCustomerToken } from "@/server/auth/customer-token";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import type { AppRouter } from "@/server/trpc/root";
import { isCustomerStream, serveCustomerStream } from "@/server/trpc/serve-customer-stream";

const server = createServer((request, response) => {
  if (isCustomerStream(request)) void serveCustomerStream(request, response);
  else response.writeHead(404).end();
});
let actor: CustomerActor;

beforeAll(async () => {
  const workspaceId = await makeCompany();
  const token = `1002:${"a".repeat(35)}`;
  const resourceId = await connectBot(workspaceId, { token, username: "stream" });
  const person = { workspaceId, provider: "telegram", externalId: "7001", firstName: "Maria" };
  const { id: contactId } = await db.contact.create({ data: person });
  actor = { kind: "customer", workspaceId, resourceId, contactId };
  await new Promise<void>((resolve) => server.listen(0, resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await realtime.stop();
});

const write = (text: string) => receiveCustomerMessage(actor, { text, origin: "mini_app" });

/** The page's own client at this server; `texts` grows as messages come. */
function openPage(token: string) {
  const fetchWithToken = (url: string | URL, init: object) => {
    const headers = new Headers((init as RequestInit).headers);
    headers.set("authorization", `Bearer ${token}`);
    return fetch(url, { ...init, headers });
  };
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = {
    texts: [] as string[],
    ids: [] as string[],
    error: null as TRPCClientError<AppRouter> | null,
  };
  const client = createTRPCClient<AppRouter>({
    links: [
      httpSubscriptionLink({
        url: `${origin}/api/trpc`,
        EventSource,
        eventSourceOptions: { fetch: fetchWithToken },
      }),
    ],
  });
  const opened = client.chat.events.subscribe(
    { cursor: "0.0" },
    {
      onData: ({ data }) => {
        if (data.type === "message") page.texts.push(data.message.text);
      },
      onError: (error) => {
        page.error = error;
      },
    },
  );
  return { page, close: () => opened.unsubscribe() };
}

test("the page's client reads it, goes on after a break where it stood, and is present no more when it leaves", async () => {
  await write("one\ntwo");
  const { page, close } = openPage(issueCustomerToken(actor).token);
  await until("the past", async () => page.texts.includes("one\ntwo"));
  server.closeAllConnections();
  await write("three");
  await until("what came meanwhile", async () => page.texts.includes("three"));
  expect(page.texts).toEqual(["one\ntwo", "three"]);
  close();
  const present = () => db.miniAppPresence.count({ where: { contactId: actor.contactId } });
  await until("the page is gone", async () => (await present()) === 0);
});

test("a refusal is told in tRPC's words", async () => {
  const { page } = openPage("nonsense");
  await until("the refusal", async () => page.error !== null);
  expect(page.error?.data).toMatchObject({ httpStatus: 401, reason: "token_invalid", code: "UNAUTHORIZED" });
});

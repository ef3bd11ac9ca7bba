import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { checkEcho } from "./check-echo";
import { echoText } from "./health-marker";
import { kchatSettings } from "./schema";

const place = { workspaceId: "-1", groupId: "7" };
const closings: (() => void)[] = [];

afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** A KChat that answers these methods and keeps whoever asks anything else waiting for ever. */
async function checkAt(answers: Partial<Record<string, (response: ServerResponse, asked: string) => void>>) {
  const server = createServer(async (request, response) => {
    let asked = "";
    for await (const chunk of request) asked += chunk;
    const method = /events|sendTextMessage|deleteMessages/.exec(request.url ?? "")?.[0] ?? "";
    answers[method]?.(response, asked);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const door = { credentials: { token: "BOT-1" }, settings: kchatSettings.parse({}), world: { apiRoot } };
  const began = Date.now();
  const result = await checkEcho(door, place, 300);
  return { result, ms: Date.now() - began };
}

let stream: ServerResponse;
const events = (response: ServerResponse) => {
  stream = response;
  response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
};
const sendTextMessage = (response: ServerResponse, asked: string) => {
  response.end('{"messageId":"11"}');
  const { message } = JSON.parse(asked) as { message: string };
  const [nonce = ""] = /[0-9a-f-]{36}/.exec(message) ?? [];
  const told = { ...place, payload: { messages: [{ id: "12", senderId: "1", message: echoText(nonce) }] } };
  stream.write(`event: MESSAGE\ndata: ${JSON.stringify({ content: JSON.stringify(told) })}\n\n`);
};
const silent = { ok: false, kind: "silent", detail: "No answer within 0.3 s." };

test.each([
  ["the stream of events does not open", {}],
  ["what is written is not answered", { events }],
  [
    "nothing that was written can be taken away",
    { events, sendTextMessage: (response: ServerResponse) => response.end('{"messageId":"11"}') },
  ],
])("ends within its time and a second where %s", async (_, answers) => {
  const { result, ms } = await checkAt(answers);
  expect(result).toEqual(silent);
  expect(ms).toBeLessThan(2000);
});

test("an echo is one though what was written cannot be taken away in time", async () => {
  const { result, ms } = await checkAt({ events, sendTextMessage });
  expect(result).toMatchObject({ ok: true });
  expect(ms).toBeLessThan(2000);
});

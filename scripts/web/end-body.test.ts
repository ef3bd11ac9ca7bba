import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { endBody } from "./end-body";

let server: Server;
afterEach(() => server.close());

async function open(handle: RequestListener, times?: Parameters<typeof endBody>[2]): Promise<Socket> {
  server = createServer((request, response) => {
    endBody(request, response, times);
    handle(request, response);
  });
  server.listen(0);
  await once(server, "listening");
  return connect((server.address() as AddressInfo).port, "127.0.0.1");
}

const head = "POST /api/files HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
const piece = `10000\r\n${"x".repeat(65_536)}\r\n`;

it("answers a body that is refused on the way, says that the connection ends, and ends it", async () => {
  const socket = await open(async (request, response) => {
    // As Next does: the body's iterator is given up, which destroys the request.
    for await (const _ of request) break;
    response.writeHead(413).end("too large");
  });
  socket.write(head + piece.repeat(40));
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 413/);
  expect(answer).toMatch(/^Connection: close/im);
  expect(answer).toContain("too large");
  socket.destroy();
});

it("keeps the connection after a body that was read, and after none", async () => {
  const socket = await open(async (request, response) => {
    if (request.method === "POST") await text(request);
    response.end("seen");
  });
  for (const request of [`${head}${piece}0\r\n\r\n`, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"]) {
    socket.write(request);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^Connection: keep-alive/im);
  }
  socket.destroy();
});

it("closes on a sender who never stops, and on a body that is no file and takes too long", async () => {
  const times = { lingerMs: 20, bodyMs: 20 };
  const refused = await open((_, response) => response.writeHead(401).end(), times);
  refused.write(head + piece);
  refused.resume();
  const endless = setInterval(() => refused.write(piece), 5);
  refused.on("error", () => {});
  await once(refused, "close");
  clearInterval(endless);
  server.close();
  const slow = await open(() => {}, times);
  slow.write(head.replace("/api/files", "/api/chat") + piece);
  slow.on("error", () => {});
  await once(slow, "close");
});

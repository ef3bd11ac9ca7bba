import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { markCaller } from "./mark-caller";
import { watchEventStream } from "./watch-event-stream";

interface WebServerOptions {
  port: number;
  isTrusted: (address: string) => boolean;
  handle: RequestListener;
}

export interface WebServer {
  port: number;
  /** Ends event streams, lets other requests finish for up to four seconds, then closes everything. */
  close: () => Promise<void>;
}

const DRAIN_MS = 4_000;

/** The HTTP server of the web process, listening; rejects when the port is taken. */
export async function startWebServer({ port, isTrusted, handle }: WebServerOptions): Promise<WebServer> {
  const streams = new Set<ServerResponse>();
  let closing = false;
  const server = createServer((request, response) => {
    markCaller(request, isTrusted);
    response.once("close", () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    watchEventStream(response, () => {
      streams.add(response);
      response.once("close", () => streams.delete(response));
    });
    handle(request, response);
  });
  // Longer than proxies keep their side open (nginx: 60 s), so that they never meet a connection we just closed.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 80_000;
  server.on("connection", (socket) => socket.setNoDelay(true));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  const close = async () => {
    closing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const stream of streams) {
      // Its writer may still write before it hears that the stream is over; that is no error now.
      stream.on("error", () => undefined);
      stream.end();
    }
    server.closeIdleConnections();
    await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })]);
    server.closeAllConnections();
    await closed;
  };
  // A server that listens on a port has an address object, not a pipe's name.
  return { port: (server.address() as AddressInfo).port, close };
}

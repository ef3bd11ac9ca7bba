import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { drain } from "@/server/lib/drain";
import { endBody } from "./end-body";
import { isProxied } from "./is-proxied";
import { markCaller } from "./mark-caller";
import { watchEventStream } from "./watch-event-stream";

interface WebServerOptions {
  port: number;
  isTrusted: (address: string) => boolean;
  /** The site's own address is https: browsers are told to come by no other way for a year. */
  secure?: boolean;
  handle: RequestListener;
}

export interface WebServer {
  port: number;
  /**
   * Behind a proxy, first serves on for 2.5 seconds while the health check says 503, so that the proxy turns to others.
   * Then ends event streams, lets other requests finish for up to four seconds, and closes everything.
   */
  close: () => Promise<void>;
}

/** Proxies that look at the health check every two seconds have seen it by then. */
const NOTICE_MS = 2_500;
const DRAIN_MS = 4_000;

/** The HTTP server of the web process, listening; rejects when the port is taken. */
export async function startWebServer({
  port,
  isTrusted,
  secure,
  handle,
}: WebServerOptions): Promise<WebServer> {
  const streams = new Set<ServerResponse>();
  let closing = false;
  let proxied = false;
  const server = createServer((request, response) => {
    proxied ||= isProxied(request.headers);
    // A proxy must not send its next request over a connection that is about to close.
    if (drain.hasBegun()) response.shouldKeepAlive = false;
    markCaller(request, isTrusted);
    endBody(request, response);
    if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    response.once("close", () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    watchEventStream(response, () => {
      streams.add(response);
      response.once("close", () => streams.delete(response));
      if (closing) setImmediate(() => endStream(response));
    });
    handle(request, response);
  });
  // Longer than proxies keep their side open (nginx: 60 s), so that they never meet a connection we just closed.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 80_000;
  // A file by a slow line takes longer than Node's five minutes; who creeps is cut by its reader (spool-file.ts).
  server.requestTimeout = 60 * 60_000;
  server.on("connection", (socket) => socket.setNoDelay(true));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  const close = async () => {
    drain.begin();
    if (proxied) await sleep(NOTICE_MS);
    closing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const stream of streams) endStream(stream);
    server.closeIdleConnections();
    await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })]);
    server.closeAllConnections();
    await closed;
  };
  // A server that listens on a port has an address object, not a pipe's name.
  return { port: (server.address() as AddressInfo).port, close };
}

function endStream(stream: ServerResponse): void {
  // Its writer may still write before it hears that the stream is over; that is no error now.
  stream.on("error", () => undefined);
  stream.end();
}

import { once } from "node:events";
import next from "next";
import { appUrl, env } from "@/server/lib/env";
import { keepHeapSmall } from "@/server/lib/keep-heap-small";
import { isCustomerStream, serveCustomerStream } from "@/server/trpc/serve-customer-stream";
import { startWebServer, type WebServer } from "./web/start-web-server";
import { trustedProxies } from "./web/trusted-proxies";

// The web process: Next.js behind a server of our own that knows who calls. `--dev` serves from the sources, `--wait`
// opens the port only when the launcher says that the database is ready.
keepHeapSmall();
// Node keeps the source maps of Next's chunks, 80 MB of them; errors name functions and files without them too.
process.setSourceMapsEnabled(process.argv.includes("--dev"));

function stopWithLine(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function trusted(): (address: string) => boolean {
  try {
    return trustedProxies(env.TRUSTED_PROXIES);
  } catch (error) {
    return stopWithLine(error instanceof Error ? error.message : String(error));
  }
}

const isTrusted = trusted();
const mayListen = process.argv.includes("--wait") ? once(process, "message") : null;
const app = next({ dev: process.argv.includes("--dev"), port: env.PORT, hostname: "localhost" });
await Promise.all([app.prepare(), mayListen]);
const handle = app.getRequestHandler();

async function listen(): Promise<WebServer> {
  try {
    return await startWebServer({
      port: env.PORT,
      isTrusted,
      secure: appUrl.startsWith("https:"),
      handle: (request, response) => {
        void (isCustomerStream(request) ? serveCustomerStream : handle)(request, response);
      },
    });
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken) throw error;
    return stopWithLine(`Port ${env.PORT} is taken by another program: set PORT to a free one.`);
  }
}

const server = await listen();
let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // Next keeps timers and sockets of its own; what matters is closed by then.
    void server.close().finally(() => process.exit(0));
  });
}

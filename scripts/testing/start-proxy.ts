import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface TestProxy {
  origin: string;
  close: () => Promise<void>;
}

const lookEveryMs = 500;

/**
 * A reverse proxy as it stands before several webs: takes those in turn whose health check is well, goes to the next
 * when one refuses the connection, and passes streams through.
 */
export async function startProxy(port: number, upstreams: number[]): Promise<TestProxy> {
  const isWell = new Map(upstreams.map((upstream) => [upstream, true]));
  let turn = 0;
  const looks = setInterval(() => {
    for (const upstream of upstreams) {
      fetch(`http://127.0.0.1:${upstream}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
        (answer) => isWell.set(upstream, answer.ok),
        () => isWell.set(upstream, false),
      );
    }
  }, lookEveryMs);

  /** Those that are well first, in turn; the others are better than nobody. */
  function candidates(): number[] {
    turn += 1;
    const inTurn = upstreams.map((_, index) => upstreams[(turn + index) % upstreams.length] ?? 0);
    return [...inTurn.filter((one) => isWell.get(one)), ...inTurn.filter((one) => !isWell.get(one))];
  }

  const server = createServer(async (asked, answer) => {
    for (const upstream of candidates()) {
      const socket = await open(upstream);
      if (socket) return pass(asked, answer, socket);
    }
    answer.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      clearInterval(looks);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function open(port: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket));
    socket.once("error", () => resolve(null));
  });
}

function pass(asked: IncomingMessage, answer: ServerResponse, socket: Socket): void {
  const forwarded = request(
    {
      createConnection: () => socket,
      method: asked.method,
      path: asked.url,
      headers: { ...asked.headers, "x-forwarded-for": asked.socket.remoteAddress, connection: "close" },
    },
    (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      answer.flushHeaders();
      came.pipe(answer);
      came.once("error", () => answer.destroy());
    },
  );
  forwarded.once("error", () => {
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end();
  });
  answer.once("close", () => forwarded.destroy());
  asked.pipe(forwarded);
}

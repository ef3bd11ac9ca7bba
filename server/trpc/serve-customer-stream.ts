import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { getErrorShape, getTRPCErrorFromUnknown, isTrackedEnvelope } from "@trpc/server";
import { chatEvents } from "@/server/trpc/chat-events";
import { createContext } from "@/server/trpc/context";
import { createCallerFactory, EVENT_STREAMS, router } from "@/server/trpc/init";

const path = "/api/trpc/chat.events";

const door = router({ events: chatEvents });
const createCaller = createCallerFactory(door);

/** Whether a request opens a customer's event stream. */
export function isCustomerStream({ method, url = "" }: IncomingMessage): boolean {
  return method === "GET" && (url === path || url.startsWith(`${path}?`));
}

/**
 * Serves the procedure `chat.events` as tRPC's own handler does, in the format that `httpSubscriptionLink` reads (tRPC
 * 11, `sseStreamProducer`), but straight to Node's response: there are thousands of these, open for hours, and through
 * Next's and tRPC's layers of web streams each costs ten times the memory. Resolves when the stream is over.
 */
export async function serveCustomerStream(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const end = () => ending.abort();
  response.once("close", end);
  // An error of the connection is followed by its close.
  response.on("error", () => undefined);
  response.setHeader("Content-Type", "text/event-stream");
  response.setHeader("X-Accel-Buffering", "no");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.write(`event: connected\ndata: ${JSON.stringify(EVENT_STREAMS.client)}\n\n`);
  const last = setTimeout(end, EVENT_STREAMS.maxDurationMs);
  const ping = setInterval(() => response.write("event: ping\ndata: \n\n"), EVENT_STREAMS.ping.intervalMs);
  try {
    for await (const event of await open(request, signal)) {
      if (!isTrackedEnvelope(event)) continue;
      const [id, data] = event;
      ping.refresh();
      if (!response.write(`data: ${JSON.stringify(data)}\nid: ${id}\n\n`))
        await once(response, "drain", { signal });
    }
  } catch (error) {
    if (!signal.aborted)
      response.write(`event: serialized-error\ndata: ${JSON.stringify(shapeOf(error))}\n\n`);
  } finally {
    clearInterval(ping);
    clearTimeout(last);
    response.end();
  }
}

/** The events from where the page stands on. */
async function open(
  { url = "", headers }: IncomingMessage,
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const asked = new URL(url, "http://localhost").searchParams;
  const lastEventId = headers["last-event-id"] ?? asked.get("lastEventId") ?? asked.get("Last-Event-Id");
  const context = createContext(new Headers({ authorization: headers.authorization ?? "" }));
  const input = { ...parsed(asked.get("input")), ...(lastEventId && { lastEventId }) };
  // The procedure's own check of its input refuses what has another shape.
  return createCaller(context, { signal }).events(input as { cursor: string });
}

function parsed(input: string | null): object {
  try {
    const value: unknown = JSON.parse(input ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function shapeOf(cause: unknown): unknown {
  const error = getTRPCErrorFromUnknown(cause);
  const place = { path: "chat.events", type: "subscription" as const, input: undefined, ctx: undefined };
  return getErrorShape({ config: door._def._config, error, ...place });
}

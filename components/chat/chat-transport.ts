import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink, TRPCClientError } from "@trpc/client";
import { EventSource } from "eventsource";
import { type ChatSession, SessionError } from "@/components/chat/chat-session";
import type { AppRouter } from "@/server/trpc/root";

const TRPC_URL = "/api/trpc";

type Fetch = (input: string | URL, init: RequestInit) => Promise<Response>;

function authorizedFetch(session: ChatSession): Fetch {
  return async (input, init) => {
    const send = (token: string) => {
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${token}`);
      return fetch(input, { ...init, headers, credentials: "omit" });
    };
    const token = await session.token();
    const response = await send(token);
    return response.status === 401 ? send(await session.renew(token)) : response;
  };
}

/** The chat's procedures over HTTP and its events over one SSE stream, the token in a header on all of them. */
export function createChatTransport(session: ChatSession) {
  const fetchWithToken = authorizedFetch(session);
  const client = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({
          url: TRPC_URL,
          EventSource,
          eventSourceOptions: { fetch: (url, init) => fetchWithToken(url, init as RequestInit) },
        }),
        false: httpLink({
          url: TRPC_URL,
          fetch: (url, init) => fetchWithToken(String(url), init as RequestInit),
        }),
      }),
    ],
  });
  return client.chat;
}

export type ChatTransport = ReturnType<typeof createChatTransport>;

/** How long the server asks a hasty writer to wait, in milliseconds; null for every other failure. */
export function askedToWait(error: unknown): number | null {
  const data = error instanceof TRPCClientError ? error.data : undefined;
  const seconds: unknown = data?.httpStatus === 429 ? data.retryAfterSeconds : undefined;
  return typeof seconds === "number" ? seconds * 1000 : null;
}

/** What a failed call means: try again later, ask Telegram for a new launch, or never as it stands. */
export function callFailure(error: unknown): "transient" | "session" | "refused" {
  const cause = error instanceof TRPCClientError ? error.cause : error;
  if (cause instanceof SessionError) return cause.refusal === "unreachable" ? "transient" : "session";
  const status: unknown = error instanceof TRPCClientError ? error.data?.httpStatus : undefined;
  if (typeof status !== "number" || status >= 500 || status === 408 || status === 429) return "transient";
  return status === 401 ? "session" : "refused";
}

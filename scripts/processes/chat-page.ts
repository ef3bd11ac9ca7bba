import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
import type { ChatTransport } from "@/components/chat/chat-transport";
import { followEvents } from "@/components/chat/follow-events";
import type { CustomerEvent } from "@/server/domain/conversations/schema";
import type { AppRouter } from "@/server/trpc/root";

const retryEveryMs = 300;
const sendsForMs = 20_000;

/** A customer's session for any number of pages. */
export async function openSession(origin: string, initData: string): Promise<string> {
  const response = await fetch(`${origin}/api/chat/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ initData }),
  });
  if (!response.ok) throw new Error(`No session: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { token: string }).token;
}

function transport(origin: string, token: string): ChatTransport {
  const url = `${origin}/api/trpc`;
  const headers = { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({
          url,
          EventSource,
          eventSourceOptions: {
            fetch: (address, init) => {
              const own = new Headers(init.headers as Record<string, string>);
              own.set("authorization", headers.authorization);
              return fetch(address, { ...(init as RequestInit), headers: own });
            },
          },
        }),
        false: httpLink({ url, headers }),
      }),
    ],
  }).chat;
}

/** An open chat page without its pixels: the page's own way of following the stream, and of sending again. */
export class ChatPage {
  readonly events: CustomerEvent[] = [];
  /** The longest time for which an opened stream was away; milliseconds. */
  longestBreakMs = 0;
  breaks = 0;
  isLive = false;
  private brokenAt: number | null = null;
  private cursor = "";
  private following: { stop(): void } | null = null;

  private constructor(private readonly chat: ChatTransport) {}

  static async open(origin: string, token: string): Promise<ChatPage> {
    const page = new ChatPage(transport(origin, token));
    page.cursor = (await page.chat.open.query()).cursor;
    await new Promise<void>((resolve, reject) => {
      page.following = followEvents(page.chat, {
        cursor: () => page.cursor,
        onEvent: (event, cursor) => {
          page.cursor = cursor;
          page.events.push(event);
        },
        onConnection: (connection) => {
          page.note(connection === "live");
          if (page.isLive) resolve();
        },
        onRefused: (failure) => reject(new Error(`The stream was refused: ${failure}`)),
      });
    });
    return page;
  }

  /** Sends until it is acknowledged, as the page's outbox does. */
  async send(text: string): Promise<void> {
    const message = { clientId: randomUUID(), text };
    for (const deadline = Date.now() + sendsForMs; ; await sleep(retryEveryMs)) {
      try {
        await this.chat.send.mutate(message);
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  async callOperator(): Promise<void> {
    await this.chat.callOperator.mutate();
  }

  /** Ids of the messages with that text which the stream told of, each once however often it changed. */
  idsOf(text: string): number[] {
    const ids = this.events.flatMap((event) =>
      event.type === "message" && event.message.text === text ? [event.message.id] : [],
    );
    return [...new Set(ids)];
  }

  has(matches: (event: CustomerEvent) => boolean): boolean {
    return this.events.some(matches);
  }

  close(): void {
    this.following?.stop();
  }

  private note(isLive: boolean): void {
    if (!isLive && this.isLive) {
      this.brokenAt = performance.now();
      this.breaks += 1;
    }
    if (isLive && this.brokenAt !== null) {
      this.longestBreakMs = Math.max(this.longestBreakMs, performance.now() - this.brokenAt);
      this.brokenAt = null;
    }
    this.isLive = isLive;
  }
}

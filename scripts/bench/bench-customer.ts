import { randomUUID } from "node:crypto";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import { EventSource } from "eventsource";
import type { CustomerEvent, CustomerMessageView } from "@/server/domain/conversations/schema";
import type { AppRouter } from "@/server/trpc/root";

type Waiting = { matches: (message: CustomerMessageView) => boolean; resolve: () => void };

/** A customer with an open Mini App: writes over HTTP and reads the event stream, as the page does. */
export class BenchCustomer {
  private seen = new Set<number>();
  private waiting: Waiting[] = [];
  private stop: () => void = () => {};

  private constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  static async open(origin: string, initData: string): Promise<BenchCustomer> {
    const response = await fetch(`${origin}/api/chat/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ initData }),
    });
    if (!response.ok) throw new Error(`No session: ${response.status} ${await response.text()}`);
    const customer = new BenchCustomer(origin, ((await response.json()) as { token: string }).token);
    await customer.listen();
    return customer;
  }

  /** Resolves when the stream brings a message not seen before that matches; `what` names it in the failure. */
  next(what: string, matches: Waiting["matches"]): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing came within 20 s: ${what}`)), 20_000);
      this.waiting.push({
        matches,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      });
    });
  }

  async send(text: string): Promise<void> {
    await this.post("/api/chat/messages", { clientId: randomUUID(), text });
  }

  async callOperator(): Promise<void> {
    await this.post("/api/chat/operator", {});
  }

  close(): void {
    this.stop();
  }

  private async post(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }

  private listen(): Promise<void> {
    const client = createTRPCClient<AppRouter>({
      links: [
        httpSubscriptionLink({
          url: `${this.origin}/api/trpc`,
          EventSource,
          eventSourceOptions: {
            fetch: (url, init) => {
              const headers = new Headers(init.headers as Record<string, string>);
              headers.set("authorization", `Bearer ${this.token}`);
              return fetch(url, { ...(init as RequestInit), headers });
            },
          },
        }),
      ],
    });
    return new Promise((resolve, reject) => {
      const subscription = client.chat.events.subscribe(
        { cursor: "0.0" },
        { onStarted: () => resolve(), onData: ({ data }) => this.receive(data), onError: reject },
      );
      this.stop = () => subscription.unsubscribe();
    });
  }

  private receive(event: CustomerEvent): void {
    if (event.type !== "message" || this.seen.has(event.message.id)) return;
    this.seen.add(event.message.id);
    const { message } = event;
    this.waiting = this.waiting.filter((one) => {
      if (!one.matches(message)) return true;
      one.resolve();
      return false;
    });
  }
}

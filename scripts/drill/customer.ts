import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ChatPage, openSession } from "../processes/chat-page";
import { cast } from "../testing/simulator-client";
import type { World } from "./start-world";

export type Door = "mini_app" | "bot";

/** What a door said when it did not take something in: a status with its code, or that it could not be reached. */
export type Refusals = Map<string, number>;

const retryEveryMs = 700;
const answersWithinMs = 20_000;
const givesUpMs = 240_000;

/** A customer of the drill, who says one thing after another and repeats it until it is acknowledged, as the page does. */
export class Customer {
  /** What was acknowledged, in the order it was said. */
  readonly said: string[] = [];
  /** An open page that follows the stream, if this customer has one. */
  page: ChatPage | null = null;
  private token = "";

  private constructor(
    private readonly world: World,
    readonly name: string,
    readonly door: Door,
    readonly id: number,
    private readonly refusals: Refusals,
  ) {}

  static async meet(
    world: World,
    person: { name: string; door: Door; hasPage: boolean },
    refusals: Refusals,
  ): Promise<Customer> {
    const { simulator, origin } = world;
    const { id } = await simulator.newCustomer({ firstName: person.name, languageCode: "en" });
    await simulator.call("POST", "/start", { from: id, bot: cast.bot.id });
    const customer = new Customer(world, person.name, person.door, id, refusals);
    if (person.door === "mini_app") customer.token = await openSession(origin, await simulator.initData(id));
    if (person.hasPage) customer.page = await ChatPage.open(origin, customer.token);
    return customer;
  }

  async say(text: string, fileIds: string[] = []): Promise<void> {
    if (this.door === "bot") await this.world.simulator.writeToBot(this.id, text);
    else await this.insist("/api/chat/messages", JSON.stringify({ clientId: randomUUID(), text, fileIds }));
    this.said.push(text);
  }

  async callOperator(): Promise<void> {
    if (this.door === "bot") await this.world.simulator.writeToBot(this.id, "/operator");
    else await this.insist("/api/chat/operator", "{}");
  }

  /** Uploads a file until it is taken; returns its id. */
  async upload(bytes: Buffer<ArrayBuffer>): Promise<string> {
    const taken = await this.insist("/api/files", bytes, {
      "content-type": "text/plain",
      "x-file-name": "proof.txt",
    });
    return ((await taken.json()) as { id: string }).id;
  }

  private async insist(
    path: string,
    body: string | Buffer<ArrayBuffer>,
    headers: Record<string, string> = { "content-type": "application/json" },
  ): Promise<Response> {
    for (const deadline = Date.now() + givesUpMs; ; await sleep(retryEveryMs)) {
      const answer = await fetch(`${this.world.origin}${path}`, {
        method: "POST",
        headers: { ...headers, authorization: `Bearer ${this.token}` },
        body,
        signal: AbortSignal.timeout(answersWithinMs),
      }).catch(() => null);
      // An answer that breaks off is none.
      const whole = answer && (await answer.text().catch(() => null));
      if (answer?.ok && whole !== null) return new Response(whole);
      const refusal = answer ? `${answer.status} ${codeIn(whole)}` : "no answer";
      this.refusals.set(refusal, (this.refusals.get(refusal) ?? 0) + 1);
      if (Date.now() > deadline) throw new Error(`${this.name}: ${path} was never taken: ${refusal}`);
    }
  }
}

function codeIn(body: string | null): string {
  try {
    return String((JSON.parse(body ?? "") as { error?: { code?: string } }).error?.code);
  } catch {
    return "in no words";
  }
}

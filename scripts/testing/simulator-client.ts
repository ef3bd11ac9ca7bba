import cast from "../../config/demo.json" with { type: "json" };

export { cast };

type TopicView = { id: number; name: string; closed: boolean; iconCustomEmojiId?: string };
export type SimulatedMessage = {
  message_id: number;
  text?: string;
  caption?: string;
  photo?: { width: number; height: number }[];
  media_group_id?: string;
  reply_to_message?: { message_id: number };
  from?: { id: number; is_bot: boolean };
  message_thread_id?: number;
  reply_markup?: {
    inline_keyboard?: { text: string; callback_data?: string; web_app?: { url: string } }[][];
  };
};

/** Acts in the simulated outside world: customers and managers of the demo's cast, and faults. */
export class Simulator {
  constructor(readonly url: string) {}

  async call<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/control${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** A customer nobody has met yet, so that tests do not meet each other's conversations. */
  newCustomer(person: {
    firstName: string;
    lastName?: string;
    languageCode: string;
  }): Promise<{ id: number }> {
    return this.call("POST", "/users", person);
  }

  async initData(user: number, bot: number = cast.bot.id): Promise<string> {
    return (await this.call<{ initData: string }>("POST", "/init-data", { user, bot })).initData;
  }

  writeToBot(from: number, text: string): Promise<SimulatedMessage> {
    return this.call("POST", "/messages", { from, bot: cast.bot.id, text });
  }

  writeInTopic(from: number, topic: number, text: string, replyTo?: number): Promise<SimulatedMessage> {
    const place = { from, chat: cast.managersGroup.id, topic };
    return this.call("POST", "/messages", { ...place, text, ...(replyTo && { replyTo }) });
  }

  /** Sends into a topic what is no text: a photo, a voice message, several as an album. */
  sendInTopic(from: number, topic: number, content: Record<string, unknown>): Promise<unknown> {
    return this.call("POST", "/messages", { from, chat: cast.managersGroup.id, topic, ...content });
  }

  privateMessages(user: number): Promise<SimulatedMessage[]> {
    return this.messages(`/chats/${user}/messages?bot=${cast.bot.id}`);
  }

  topicMessages(topic: number): Promise<SimulatedMessage[]> {
    return this.messages(`/chats/${cast.managersGroup.id}/messages?topic=${topic}`);
  }

  async topics(): Promise<TopicView[]> {
    const world = await this.call<{ chats: { id: number; topics?: TopicView[] }[] }>("GET", "/world");
    return world.chats.find((chat) => chat.id === cast.managersGroup.id)?.topics ?? [];
  }

  /** Waits for the topic whose name holds `part`. */
  topicNamed(part: string): Promise<TopicView> {
    return until(`a topic named ${part}`, async () =>
      (await this.topics()).find((topic) => topic.name.includes(part)),
    );
  }

  private async messages(path: string): Promise<SimulatedMessage[]> {
    const answer = await this.call<SimulatedMessage[] | { messages: SimulatedMessage[] }>("GET", path);
    return Array.isArray(answer) ? answer : answer.messages;
  }
}

/** Asks again every 50 ms until there is an answer; fails after `timeoutMs` naming what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false | null>,
  timeoutMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import { startSimulator } from "./start-simulator";
import type { Message } from "./world/telegram-objects";

export interface ScenePerson {
  id: number;
  firstName: string;
}
export interface SceneBot extends ScenePerson {
  token: string;
  username: string;
}
interface Place {
  chat?: number;
  bot?: number;
  topic?: number;
}
interface SceneTopic {
  id: number;
  name: string;
  closed: boolean;
  iconCustomEmojiId: string | null;
}
type Buttons = { text: string; callback_data?: string; web_app?: { url: string } }[];
type Extra = { replyTo?: number; anonymous?: boolean };

let made = 0;

/** A running simulated world whose people act through the control API; floods are off until a test turns them on. */
export async function startScene() {
  const simulator = await startSimulator({ port: 0 });
  const control = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${simulator.url}/control${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer;
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const post = <Answer = Record<string, unknown>>(path: string, body: object) =>
    control<Answer>("POST", path, body);
  await control("PUT", "/settings", { floodLimits: { enabled: false } });

  async function messages(chat: number, { bot, topic }: Place = {}): Promise<Message[]> {
    const query = new URLSearchParams();
    if (bot !== undefined) query.set("bot", String(bot));
    if (topic !== undefined) query.set("topic", String(topic));
    return (await control<{ messages: Message[] }>("GET", `/chats/${chat}/messages?${query}`)).messages;
  }
  async function topics(group: number): Promise<SceneTopic[]> {
    const { chats } = await control<{ chats: { id: number; topics: SceneTopic[] }[] }>("GET", "/world");
    return chats.find(({ id }) => id === group)?.topics ?? [];
  }
  const buttonsOf = (message: Message): Buttons =>
    (message.reply_markup as { inline_keyboard?: Buttons[] } | undefined)?.inline_keyboard?.flat() ?? [];

  /** A person in one place: a bot's private chat, or a group (and topic). */
  function at(person: ScenePerson, place: Place) {
    const chatId = place.chat ?? person.id;
    const here = place.chat === undefined ? { bot: place.bot } : { topic: place.topic };
    const read = () => messages(chatId, here);
    return {
      read,
      say: (text: string, extra: Extra = {}) =>
        post<Message>("/messages", { from: person.id, ...place, text, ...extra }),
      edit: (messageId: number, text: string) =>
        post("/edits", { from: person.id, chat: place.chat, bot: place.bot, messageId, text }),
      /** What bots wrote here, oldest first. */
      heard: async () => (await read()).filter((message) => message.from?.is_bot),
      find: async (text: string | RegExp) =>
        (await read()).findLast(
          (message) =>
            message.from?.is_bot &&
            (typeof text === "string" ? message.text === text : text.test(message.text ?? "")),
        ),
      press: async (messageId: number, label: string) => {
        const message = (await read()).find((one) => one.message_id === messageId);
        const button = message && buttonsOf(message).find(({ text }) => text === label);
        if (!button?.callback_data) throw new Error(`message ${messageId} has no button “${label}”`);
        return post<{ answer: { text?: string } | null }>("/callbacks", {
          from: person.id,
          chat: place.chat,
          bot: place.bot,
          messageId,
          data: button.callback_data,
        });
      },
    };
  }

  return {
    simulator,
    control,
    post,
    messages,
    topics,
    at,
    buttonsOf,
    addBot: async (): Promise<SceneBot> => {
      const username = `scene${++made}_bot`;
      const bot = await post<{ id: number; token: string }>("/bots", { username, firstName: "Sava" });
      return { ...bot, username, firstName: "Sava" };
    },
    addPerson: async (languageCode = "ru", name?: string): Promise<ScenePerson> => {
      const firstName = name ?? `Person${++made}`;
      const { id } = await post<{ id: number }>("/users", { firstName, languageCode });
      return { id, firstName };
    },
    addForum: async (bots: SceneBot[], people: ScenePerson[], kind: object = { forum: true }) => {
      const [creator, ...others] = people;
      const { id } = await post<{ id: number }>("/groups", {
        title: "Managers",
        ...kind,
        members: [
          ...(creator ? [{ user: creator.id, status: "creator" }] : []),
          ...others.map((person) => ({ user: person.id })),
          ...bots.map((bot) => ({ user: bot.id, status: "administrator", rights: managing })),
        ],
      });
      return id;
    },
    calls: async (method: string, bot?: number) => {
      const query = bot === undefined ? "" : `&bot=${bot}`;
      const { calls } = await control<{ calls: { at: number; parameters: Record<string, unknown> }[] }>(
        "GET",
        `/calls?method=${method}${query}`,
      );
      return calls;
    },
    close: () => simulator.close(),
  };
}

/** The administrator's rights that a managers' bot needs. */
export const managing = { can_manage_topics: true, can_pin_messages: true };

export type Scene = Awaited<ReturnType<typeof startScene>>;

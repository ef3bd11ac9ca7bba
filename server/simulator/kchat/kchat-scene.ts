import { type Simulator, startSimulator } from "../start-simulator";
import type { KchatId } from "./kchat-json";
import type { KchatCall, KchatFault, StreamPlan } from "./kchat-live";
import type {
  KchatBot,
  KchatButton,
  KchatFile,
  KchatGroup,
  KchatMessage,
  KchatSettings,
  KchatUser,
} from "./kchat-state";

type SettingsChange = Partial<Omit<KchatSettings, "requestLimit">> & {
  requestLimit?: Partial<KchatSettings["requestLimit"]>;
};

let made = 0;

/** A message's buttons, row after row. */
export function buttonsIn({ buttonsMarkup }: KchatMessage): KchatButton[] {
  return buttonsMarkup?.inlineMessageButtons ?? buttonsMarkup?.gridMessageButtons?.flat() ?? [];
}

/**
 * A running simulated KChat whose people act through the control API; the limit of requests is off until a test turns it
 * on. `baseUrl` is both API_BASE_URL and SSE_BASE_URL. `beside`: a simulator that runs already, and goes on running.
 */
export async function startKchatScene(beside?: Simulator) {
  const simulator = beside ?? (await startSimulator({ port: 0 }));
  const control = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${simulator.url}/control/kchat${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Answer;
    if (response.status >= 400) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const post = <Answer = Record<string, unknown>>(path: string, body: object = {}) =>
    control<Answer>("POST", path, body);
  await control("PUT", "/settings", { requestLimit: { enabled: false } });

  /** A person in one chat. */
  function at(person: { id: KchatId }, group: { id: KchatId; workspaceId: KchatId }) {
    const here = { from: person.id, group: group.id };
    const read = async () =>
      (await control<{ messages: KchatMessage[] }>("GET", `/groups/${group.id}/messages`)).messages;
    const heard = async () => (await read()).filter(({ senderType }) => senderType === "BOT");
    return {
      groupId: group.id,
      workspaceId: group.workspaceId,
      /** The chat's name in our `chats.external_id`. */
      chatId: `${group.workspaceId}:${group.id}`,
      read,
      /** What bots wrote here, oldest first. */
      heard,
      /** The newest message of a bot with this text. */
      find: async (text: string | RegExp) =>
        (await heard()).findLast(({ message }) =>
          typeof text === "string" ? message === text : text.test(message),
        ),
      say: (text: string, extra: { replyTo?: KchatId; file?: KchatFile } = {}) =>
        post<KchatMessage>("/messages", { ...here, text, ...extra }),
      /** Presses the button with this label: on the named message, else on the newest that has one. */
      press: async (label: string, messageId?: KchatId) => {
        for (const message of (await read()).reverse()) {
          if (messageId !== undefined && message.id !== messageId) continue;
          const button = buttonsIn(message).find((one) => one.label === label);
          if (button) return post("/presses", { ...here, message: message.id, button: button.id });
        }
        throw new Error(`no button “${label}” in chat ${group.id}`);
      },
    };
  }

  return {
    simulator,
    baseUrl: `${simulator.url}/kchat`,
    control,
    at,
    addBot: (name = `Бот ${++made}`) => post<KchatBot>("/bots", { name }),
    addPerson: (person: Partial<Omit<KchatUser, "id">> = {}) =>
      post<KchatUser>("/users", {
        firstName: "Иван",
        lastName: `Петров${++made}`,
        middleName: "Сергеевич",
        email: `person${made}@example.com`,
        phone: `+7999${String(made).padStart(7, "0")}`,
        ...person,
      }),
    /** A person's private chat with a bot, made when there is none yet. */
    p2p: async (person: KchatUser, bot: KchatBot) =>
      at(person, await post<KchatGroup>("/p2p", { user: person.id, bot: bot.id })),
    group: async (title: string, members: { id: KchatId }[]) => {
      const group = await post<KchatGroup>("/groups", { title, members: members.map(({ id }) => id) });
      return { id: group.id, workspaceId: group.workspaceId, as: (who: { id: KchatId }) => at(who, group) };
    },
    /** Makes the next calls fail, late or unanswered. */
    fault: (fault: Partial<KchatFault>) => post("/faults", fault),
    clearFaults: () => post("/faults/clear"),
    /** What happens to a bot's events: cut now or after some, double, reorder, refuse, mute. */
    stream: (bot: KchatBot, plan: Partial<Omit<StreamPlan, "held">> & { cut?: boolean }) =>
      post("/streams", { bot: bot.id, ...plan }),
    /** Whether a bot listens. */
    connected: async (bot: KchatBot) =>
      (await control<{ bots: { id: KchatId; connected: boolean }[] }>("GET", "/world")).bots.some(
        ({ id, connected }) => id === bot.id && connected,
      ),
    expire: (bot: KchatBot) => post(`/bots/${bot.id}/expire`),
    /** A new token for a bot; the old one is no longer good. */
    renew: (bot: KchatBot) => post<KchatBot>(`/bots/${bot.id}/token`),
    settings: (change: SettingsChange) => control<KchatSettings>("PUT", "/settings", change),
    calls: async (method: string, bot?: KchatBot) => {
      const query = new URLSearchParams({ method, ...(bot && { bot: bot.id }) });
      return (await control<{ calls: KchatCall[] }>("GET", `/calls?${query}`)).calls;
    },
    close: async () => {
      if (!beside) await simulator.close();
    },
  };
}

export type KchatScene = Awaited<ReturnType<typeof startKchatScene>>;

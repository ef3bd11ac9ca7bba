import { Api } from "grammy";
import type { Update } from "grammy/types";
import { type Simulator, startSimulator } from "./start-simulator";

interface Person {
  id: number;
}

/** A running simulator with one bot, one customer, one manager and a forum; for this folder's tests. */
export async function testWorld(options: { floods?: boolean } = {}) {
  const simulator: Simulator = await startSimulator({ port: 0 });
  const control = async <Answer = Record<string, unknown>>(method: string, path: string, body?: object) => {
    const response = await fetch(`${simulator.url}/control${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const post = async <Answer = Record<string, unknown>>(path: string, body: object): Promise<Answer> => {
    const { status, body: answer } = await control<Answer>("POST", path, body);
    if (status >= 400) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  await control("PUT", "/settings", {
    floodLimits: { enabled: options.floods ?? false },
    webhookRetryMs: 20,
  });
  const bot = await post<Person & { token: string; username: string }>("/bots", {
    username: "test_bot",
    firstName: "Test",
  });
  const customer = await post<Person>("/users", { firstName: "Мария", languageCode: "ru" });
  const manager = await post<Person>("/users", { firstName: "Ana" });
  const forum = await post<Person>("/groups", {
    title: "Managers",
    forum: true,
    members: [
      { user: manager.id, status: "creator" },
      { user: bot.id, status: "administrator", rights: { can_manage_topics: true, can_pin_messages: true } },
    ],
  });
  const api = new Api(bot.token, { apiRoot: simulator.url });
  let offset = 0;
  /** The updates since the last call, confirmed. */
  const updates = async (): Promise<Update[]> => {
    const received = await api.getUpdates({ offset, timeout: 0 });
    offset = (received.at(-1)?.update_id ?? offset - 1) + 1;
    return received;
  };
  return { simulator, control, post, bot, customer, manager, forum, api, updates };
}

/** What a refused Bot API call says. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "accepted",
    (error: { description?: string; message: string }) => error.description ?? error.message,
  );
}

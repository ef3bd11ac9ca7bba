import { until } from "../../scripts/testing/simulator-client";
import { simulator } from "./open-chat";

type Said = { text?: string; from?: { is_bot: boolean } };
type World = { bots: { id: number; username: string; polling: boolean }[] };

/** The simulator's bot of this name, as its resource's page shows it in the heading. */
export async function botNamed(name: string): Promise<World["bots"][number]> {
  const username = `${name.toLowerCase().replace(" ", "_")}_bot`;
  const { bots } = await simulator.call<World>("GET", "/world");
  const found = bots.find((bot) => bot.username === username);
  if (!found) throw new Error(`There is no bot ${username}`);
  return found;
}

/** Whether anybody asks for a bot's updates now. */
export async function isPolled(botId: number): Promise<boolean> {
  const { bots } = await simulator.call<World>("GET", "/world");
  return bots.some(({ id, polling }) => id === botId && polling);
}

/** A new customer who has started a bot: writes to it, and waits for what it says. */
export async function customerOf(botId: number) {
  const { id } = await simulator.newCustomer({
    firstName: `Guest${Date.now() % 100000}`,
    languageCode: "en",
  });
  await simulator.call("POST", "/start", { from: id, bot: botId });
  return {
    ask: (text: string) => simulator.call("POST", "/messages", { from: id, bot: botId, text }),
    hears: (words: RegExp) =>
      until(`the bot says ${words}`, async () => {
        const { messages } = await simulator.call<{ messages: Said[] }>(
          "GET",
          `/chats/${id}/messages?bot=${botId}`,
        );
        return messages.find(({ from, text }) => from?.is_bot && words.test(text ?? ""));
      }),
  };
}

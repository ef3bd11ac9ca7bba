import type { Page } from "@playwright/test";
import { cast, until } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { simulator } from "./support/open-chat";

const question = "What is the deposit for a Volkswagen Golf?";
const answer = /250/;

async function logIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Email").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(new RegExp(path));
}

type Said = { text?: string; from?: { is_bot: boolean } };
type World = { bots: { id: number; username: string; polling: boolean }[] };

async function customerOf(botId: number) {
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

test("a bot is added in the browser, serves a customer, and pauses while another serves on", async ({
  page,
}) => {
  await logIn(page, "/resources");
  await page.getByRole("link", { name: "Add a resource" }).click();
  await page.getByRole("button", { name: /Telegram/ }).click();
  await expectAccessible(page);

  await page.getByLabel("Bot token", { exact: true }).fill(`7999999999:${"x".repeat(35)}`);
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByText("Telegram does not know this token.")).toBeVisible();
  await expect(page.getByLabel("Bot token", { exact: true })).toBeFocused();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Make one in the simulator" }).click();
  await expect(page.getByRole("button", { name: /^Remove -/ })).toBeVisible();
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByText("The bot is an administrator and may manage topics.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();

  await expect(page).toHaveURL(/\/resources\/\d+$/);
  await expect(page.getByText("Ready to start")).toBeVisible();
  await page.getByLabel(/Greeting: In English/).fill("Welcome to the second desk, {name}!");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.getByRole("button", { name: "Activate" }).click();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  await expectAccessible(page);

  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const username = `${name.toLowerCase().replace(" ", "_")}_bot`;
  const { bots } = await simulator.call<World>("GET", "/world");
  const added = bots.find((bot) => bot.username === username);
  if (!added) throw new Error(`There is no bot ${username}`);
  const customer = await customerOf(added.id);
  await customer.hears(/Welcome to the second desk, Guest/);
  await customer.ask(question);
  await customer.hears(answer);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("status").getByText("Paused")).toBeVisible();
  await until("nobody listens for it", async () => {
    const world = await simulator.call<World>("GET", "/world");
    return world.bots.find(({ id }) => id === added.id)?.polling === false;
  });
  await customer.ask("Are you open on Saturday?");
  const other = await customerOf(cast.bot.id);
  await other.ask(question);
  await other.hears(answer);

  await page.getByRole("button", { name: "Activate" }).click();
  await customer.hears(/8/);

  await page.getByRole("button", { name: "Remove…" }).click();
  await expect(page.getByRole("button", { name: "Remove for good" })).toBeDisabled();
  await page.getByLabel(/^Type .* to confirm/).fill(name);
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(page).toHaveURL(/\/resources$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

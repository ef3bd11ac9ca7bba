import { cast, until } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { botNamed, customerOf, isPolled } from "./support/bot-customer";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";

const question = "What is the deposit for a Volkswagen Golf?";
const answer = /250/;

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
  const added = await botNamed(name);
  const customer = await customerOf(added.id);
  await customer.hears(/Welcome to the second desk, Guest/);
  await customer.ask(question);
  await customer.hears(answer);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("status").getByText("Paused")).toBeVisible();
  await until("nobody listens for it", async () => !(await isPolled(added.id)));
  await customer.ask("What is the deposit for an economy car?");
  const other = await customerOf(cast.bot.id);
  await other.ask(question);
  await other.hears(answer);

  await page.getByRole("button", { name: "Activate" }).click();
  // What was asked while nobody listened is not lost.
  await customer.hears(/150 euros/);

  await page.getByRole("button", { name: "Remove…" }).click();
  await expect(page.getByRole("button", { name: "Remove for good" })).toBeDisabled();
  await page.getByLabel(/^Type .* to confirm/).fill(name);
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(page).toHaveURL(/\/resources$/);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

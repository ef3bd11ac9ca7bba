import type { Page } from "@playwright/test";
import { cast, until } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { openChat, simulator } from "./support/open-chat";

const [, marko] = cast.managers.map((manager) => manager.id);
if (!marko) throw new Error("The demo's cast needs two managers");

async function openInbox(page: Page): Promise<void> {
  await page.goto("/inbox");
  await page.getByLabel("Email").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
}

test("a conversation is served from the inbox, and shows in the topic and in the customer's chat", async ({
  page,
  browser,
}) => {
  const firstName = `Inbox${Date.now() % 100000}`;
  const customer = await simulator.newCustomer({ firstName, languageCode: "en" });
  await openInbox(page);

  const chat = await (await browser.newContext()).newPage();
  await openChat(chat, customer.id);
  await chat.getByRole("textbox", { name: "Message" }).fill("Do you rent helicopters?");
  await chat.getByRole("button", { name: "Send" }).click();
  await chat.getByRole("button", { name: "Call an operator" }).click();

  // It comes into the list by itself.
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page.getByRole("button", { name: new RegExp(firstName) }).click();
  await expect(page).toHaveURL(/\/inbox\?c=\d+$/);
  const log = page.getByRole("log", { name: "Conversation" });
  await expect(log).toContainText("Do you rent helicopters?");
  const topic = await simulator.topicNamed(firstName);

  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: "Message" }).fill("We have cars only.");
  await page.keyboard.press("Enter");
  await expect(chat.getByRole("log")).toContainText("We have cars only.");
  await until("the answer in the topic", async () =>
    (await simulator.topicMessages(topic.id)).some(({ text }) => text?.includes("We have cars only.")),
  );
  await expect(page.getByText("You lead it").first()).toBeVisible();

  await simulator.writeInTopic(marko, topic.id, "And a boat, on Sundays.");
  await expect(log).toContainText("And a boat, on Sundays.");
  await expect(chat.getByRole("log")).toContainText("And a boat, on Sundays.");

  await page.getByRole("button", { name: "Private note" }).click();
  await page.getByRole("textbox", { name: "Private note" }).fill("Asks every summer");
  await page.getByRole("button", { name: "Save note" }).click();
  await expect(log).toContainText("Asks every summer");
  await expect(chat.getByRole("log")).not.toContainText("Asks every summer");
  await expectAccessible(page);

  await chat.getByRole("textbox", { name: "Message" }).fill("A boat, then!");
  await chat.getByRole("button", { name: "Send" }).click();
  await expect(log).toContainText("A boat, then!");
  await page.getByRole("searchbox", { name: "Search" }).fill(firstName);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.getByRole("button", { name: new RegExp(firstName) })).toBeVisible();

  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Close" }).click();
  await expect(page.getByText(`When ${firstName} writes again`, { exact: false })).toBeVisible();
  await expect(chat.getByRole("radiogroup", { name: "Rate the answer" })).toBeVisible();
  await until(
    "the closed topic",
    async () => (await simulator.topics()).find((one) => one.id === topic.id)?.closed,
  );
  await expectAccessible(page);
});

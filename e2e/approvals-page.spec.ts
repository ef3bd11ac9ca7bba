import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";
import { simulator } from "./support/open-chat";

/** A new key of the signed-in owner's workspace that may propose. */
async function proposingKey(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = await fetch("/api/trpc/apiKeys.create", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "Agent", scopes: ["approvals:propose"], days: 30 }),
    });
    const { result } = (await answer.json()) as { result: { data: { key: string } } };
    return result.data.key;
  });
}

test("a program's proposal is edited, approved by a key of the keyboard and arrives; another is rejected", async ({
  page,
}) => {
  const customer = await simulator.newCustomer({ firstName: "Petra", languageCode: "en" });
  await simulator.writeToBot(customer.id, "/start");
  await logIn(page, "/approvals");
  await expect(page.getByRole("heading", { name: "Proposed messages", level: 1 })).toBeVisible();
  const key = await proposingKey(page);
  const send = async (text: string) =>
    (
      await page.request.post("/api/v1/send", {
        headers: { "x-api-key": key },
        data: { chat_id: customer.id, text, context: "She asked yesterday" },
      })
    ).status();
  // The bot meets her first.
  await expect.poll(() => send("Your car is redy")).toBe(200);
  const card = page.getByRole("group", { name: "Petra" });
  await expect(card.getByText("Your car is redy")).toBeVisible();
  await expect(card.getByText("She asked yesterday")).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await card.getByRole("textbox", { name: "Text of the message" }).fill("Your car is ready");
  await card.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText("Edited")).toBeVisible();
  await card.focus();
  await page.keyboard.press("a");
  await expect(card).toHaveCount(0);
  await expect
    .poll(async () => (await simulator.privateMessages(customer.id)).map(({ text }) => text))
    .toContain("Your car is ready");

  expect(await send("Buy our hats")).toBe(200);
  await card.getByRole("button", { name: "Reject" }).click();
  await card.getByRole("textbox", { name: "Reason (optional)" }).fill("We sell no hats");
  await card.getByRole("button", { name: "Reject" }).click();
  await page.getByRole("tab", { name: /^Rejected/ }).click();
  await expect(card.getByText("We sell no hats")).toBeVisible();
  await page.getByRole("tab", { name: /^Sent/ }).click();
  await expect(card.getByText("Your car is ready")).toBeVisible();
  await page.getByRole("tab", { name: "Rules" }).click();
  await expect(page.getByRole("combobox", { name: "Agent, message: what happens" })).toHaveValue("ask");
  await expectAccessible(page);

  // Seconds pass between the server's look at a key's last use and the browser's.
  await page.clock.setFixedTime(Date.now() + 5_000);
  await page.goto("/settings/api-keys");
  await expect(page.getByText(/last used/i).first()).toBeVisible();
});

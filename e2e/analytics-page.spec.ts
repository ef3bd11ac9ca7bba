import { cast } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { customerOf } from "./support/bot-customer";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";

test("figures of a period are shown, and what was left to people becomes knowledge in two clicks", async ({
  page,
}) => {
  const customer = await customerOf(cast.bot.id);
  const question = `May I bring parrot number ${Date.now() % 1000} along?`;
  await customer.ask(question);
  await customer.hears(/manager/);

  await logIn(page, "/analytics");
  await expect(page.getByRole("heading", { name: "Messages by day" })).toBeVisible();
  await page.getByText("Show as a table").first().click();
  await expect(page.getByRole("table", { name: "Messages by day" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "7 days" }).click();
  await expect(page).toHaveURL(/days=7/);
  await expect(page.getByRole("button", { name: "7 days" })).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("button", { name: "Export" }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Everything as XLSX" }).click();
  expect((await file).suggestedFilename()).toMatch(/^analytics-.*\.xlsx$/);

  const row = page.getByRole("listitem").filter({ hasText: question });
  await row.getByRole("link", { name: "Add to knowledge" }).click();
  await expect(page.getByLabel("Content")).toHaveValue(new RegExp(`Q: ${question.replace("?", "\\?")}`));
});

import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logInAsNewcomer } from "./support/log-in-as-newcomer";

async function openSettings(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByLabel("Email").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(/\/settings/);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    // Nothing of this is saved: other stories play in the same company at the same time.
    test("every wrong field of the support settings is told, accessibly", async ({ page }) => {
      await openSettings(page);
      await page.getByRole("radio", { name: /By the week/ }).check();
      await page.getByLabel("Time zone").fill("Mars/Olympus");
      await page.getByRole("button", { name: "Add hours: Wednesday" }).click();
      await page.getByLabel("Wednesday, 2: opens at").fill("12:00");
      await page.getByLabel("Reminder 2, minutes").fill("5");
      await page.getByLabel("In English").fill("Back soon:");
      await page.getByRole("button", { name: "Add the opening time: In English" }).click();
      await expect(page.getByText(/^Back soon: .*09:00/)).toBeVisible();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("There is no such time zone.")).toBeVisible();
      await expect(page.getByText("These hours overlap others of the same day.")).toBeVisible();
      await expect(page.getByText("Must be later than the reminder before it.")).toBeVisible();
      await expect(page.getByRole("status").getByText("3 fields need your attention.")).toBeVisible();
      await expect(page.getByLabel("Time zone")).toBeFocused();
      await expectAccessible(page);
      await page.getByRole("button", { name: "Discard" }).click();
      await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Belgrade");
    });
  });
}

test("what is saved is there again, and unsaved changes are not lost by a click", async ({ page }) => {
  await openSettings(page);
  const days = page.getByRole("spinbutton", { name: "After" }).last();
  const next = (await days.inputValue()) === "21" ? "22" : "21";
  await days.fill(next);
  const questions: string[] = [];
  page.once("dialog", (dialog) => {
    questions.push(dialog.message());
    return dialog.dismiss();
  });
  await page.getByRole("link", { name: "Resources" }).click();
  expect(questions).toEqual(["There are unsaved changes. Leave without saving?"]);
  await expect(page).toHaveURL(/\/settings/);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(days).toHaveValue(next);
});

test("a firm chooses the language that its managers are spoken to in", async ({ page }) => {
  await logInAsNewcomer(page, "Lena", "/settings");
  const language = page.getByRole("combobox", { name: "Language of the managers' groups" });
  await expect(language).toHaveValue("en");
  await language.selectOption("ru");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(language).toHaveValue("ru");
});

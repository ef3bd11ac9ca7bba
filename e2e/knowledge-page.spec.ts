import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";

test("a fact is added, answers at once, is changed, disabled and removed", async ({ page }) => {
  await logIn(page, "/knowledge");
  await expect(page.getByRole("heading", { name: "Knowledge", level: 1 })).toBeVisible();
  await expectAccessible(page);
  const name = `Kayaks ${Date.now()}`;
  await page.getByRole("link", { name: "Add knowledge" }).click();
  await page.getByLabel("Title", { exact: true }).fill(name);
  await page.getByLabel("Kind").selectOption("qa");
  await page.getByLabel("Content").fill("Nothing is asked here.");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("We found no question with an answer.")).toBeVisible();
  await page
    .getByLabel("Content")
    .fill("Q: Do you rent kayaks by the lagoon?\nA: Kayaks cost 17 euros an hour.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\/knowledge$/);
  await page.getByRole("textbox", { name: "Question" }).fill("Do you rent kayaks by the lagoon?");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByText("Kayaks cost 17 euros an hour.").first()).toBeVisible();
  await expectAccessible(page);

  const row = page.getByRole("region", { name: "Texts" }).getByRole("link", { name, exact: true });
  await row.click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page
    .getByLabel("Content")
    .fill("Q: Do you rent kayaks by the lagoon?\nA: Kayaks cost 19 euros an hour.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Kayaks cost 19 euros an hour.")).toBeVisible();
  await page.getByRole("button", { name: "Index again" }).click();
  await expect(page.getByText("Indexed anew.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page).toHaveURL(/\/knowledge$/);
  await expect(row).toHaveCount(0);
});

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";

test("a lead is made, moved, noted and imported beside, accessibly", async ({ page }) => {
  const name = `Mia ${Date.now() % 100000}`;
  await logIn(page, "/leads");
  await page.getByRole("button", { name: "New lead" }).first().click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Phone").fill("call me");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("This is not a phone number")).toBeVisible();
  await page.getByLabel("Phone").fill(`8 912 ${Date.now() % 10000000}`.padEnd(13, "0"));
  await page.getByLabel("Value, EUR").fill("1250,50");
  await page.getByRole("button", { name: "Create" }).click();
  const sheet = page.getByRole("dialog", { name });
  await expect(sheet.getByLabel("Value, EUR")).toHaveValue("1250.5");
  await sheet.getByLabel("Note").fill("Likes roses");
  await sheet.getByRole("button", { name: "Add note" }).click();
  await expect(sheet.getByRole("list", { name: "Timeline" }).getByText("Likes roses")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const won = page.getByRole("region", { name: "Won" });
  await page.getByRole("button", { name: `Move ${name}` }).click();
  await page.getByRole("menuitemradio", { name: "Won" }).click();
  await expect(won.getByRole("button", { name, exact: true })).toBeVisible();
  const card = won.getByRole("button", { name, exact: true });
  // The board is wider than the window.
  const lost = page.getByRole("region", { name: "Lost" });
  await lost.scrollIntoViewIfNeeded();
  const [from, to] = [await card.boundingBox(), await lost.boundingBox()];
  if (!from || !to) throw new Error("The board is not to be seen");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 60, { steps: 8 });
  await page.mouse.up();
  const moved = lost.getByRole("button", { name, exact: true });
  await expect(moved).toBeVisible();
  await page.reload();
  await expect(moved).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Import CSV" }).click();
  const csv = `name;email\nSam ${name};sam-${Date.now()}@example.com\n;lost@example.com\nEve;eve@`;
  await page.locator('input[type="file"]').setInputFiles({
    name: "leads.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(csv),
  });
  await expect(page.getByText("1 line can be imported, 2 cannot.")).toBeVisible();
  await expect(page.getByText("Line 4")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Import 1 lead" }).click();
  await page.getByRole("button", { name: "Table" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`Sam ${name}`) })).toBeVisible();
  await expectAccessible(page);
});

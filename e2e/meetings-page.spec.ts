import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { expectReadableInTheDark } from "./support/expect-readable-in-the-dark";
import { logIn } from "./support/log-in";

test("a meeting is planned, people invited, an answer seen elsewhere at once, moved and cancelled", async ({
  page,
  context,
}) => {
  test.slow();
  const mark = Date.now() % 1_000_000;
  const topic = `Plans ${mark}`;
  await logIn(page, "/meetings");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.locator("[aria-current=date]")).toBeVisible();
  await expectAccessible(page);
  await expectReadableInTheDark(page);

  await page.getByRole("button", { name: "New meeting" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create meeting" }).click();
  await expect(dialog.getByText("Say what the meeting is about.")).toBeVisible();
  await expect(dialog.getByLabel("Topic")).toBeFocused();
  await dialog.getByLabel("Topic").fill(topic);
  await dialog.getByLabel("Time zone").fill("Europe/Moscow");
  await dialog.getByLabel("Place").fill("Room 301");
  // Permanent invitees of other tests stay out of it.
  await dialog.getByLabel("Invite the permanent invitees").uncheck();
  await dialog.getByLabel("Repeat").selectOption("weekdays");
  await expect(dialog.getByText("Every weekday at 10:00")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Create meeting" }).click();
  await expect(page.getByRole("heading", { level: 1, name: topic })).toBeVisible();
  // The reader lives elsewhere: 10:00 in Moscow is 12:45 in Kathmandu.
  await expect(page.getByText("12:45 for you")).toBeVisible();

  await page.getByRole("button", { name: "Invite" }).first().click();
  await dialog.getByRole("tab", { name: "Paste a list" }).click();
  const good = `Ann ${mark} | ann-${mark}@example.com\nBob ${mark}; bob-${mark}@example.com; +7 916 ${String(mark).padStart(7, "0")}`;
  await dialog.getByLabel("One person a line").fill(`${good}\nEve | eve@`);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const bad = dialog.getByRole("region", { name: "Lines that could not be taken" });
  await expect(bad.getByRole("listitem")).toHaveText(/Line 3.*should look like/);
  await expect(dialog.getByLabel("One person a line")).toHaveValue(/Eve \| eve@$/);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("row", { name: new RegExp(`Bob ${mark}`) })).toBeVisible();
  await expectAccessible(page);
  await expectReadableInTheDark(page);

  const tab = await context.newPage();
  await tab.goto(page.url());
  await expect(tab.getByText("0 of 2 answered").first()).toBeVisible();
  await page.getByRole("button", { name: `Ann ${mark}: No answer` }).click();
  await page.getByRole("menuitemradio", { name: "Sick leave" }).click();
  await expect(tab.getByText("1 of 2 answered").first()).toBeVisible();
  await tab.getByRole("button", { name: "Sick leave 1" }).click();
  await expect(tab.getByRole("row")).toHaveCount(2);
  await tab.close();

  await page.getByRole("main").getByRole("button", { name: "More" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export as CSV" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  expect(file).toContain(`ann-${mark}@example.com`);

  await page.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("Place").fill("Room 302");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Room 302")).toBeVisible();
  await expect(page.getByText("1 of 2 answered").first()).toBeVisible();
  await page.getByRole("button", { name: "Edit" }).click();
  await dialog.getByLabel("Time", { exact: true }).fill("10:30");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The series goes on as: “Every weekday at 10:30”.")).toBeVisible();
  await expect(page.getByText("0 of 2 answered").first()).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Move" }).click();
  await expect(dialog.getByText("2 people by e-mail only")).toBeVisible();
  await expect(dialog.getByText("Only this meeting moves")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Time").fill("11:30");
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("The series stays as it was: “Every weekday at 10:30”.")).toBeVisible();
  await expect(page.getByText("Moved here from another time")).toBeVisible();
  await expect(page.getByText("0 of 2 answered").first()).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Cancel meeting" }).click();
  await dialog.getByRole("radio", { name: "The whole series" }).check();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "The whole series" }).click();
  await expect(page.getByText("This meeting is cancelled")).toBeVisible();
  await expect(page.getByRole("button", { name: "Edit" })).toHaveCount(0);
});

test("the bot's texts are written with a preview, and what stands for nothing is told", async ({ page }) => {
  await logIn(page, "/meetings/texts");
  await page.getByRole("button", { name: "Reminder" }).click();
  const text = page.getByLabel("Text", { exact: true });
  await text.fill("{fio}, do you come to {topic} in {city}?");
  await expect(page.getByText("{city} stands for nothing in this text.")).toBeVisible();
  await text.fill("{fio}, do you come to {topic}?");
  await expect(page.getByText("Anna Ivanova, do you come to Plans for the quarter?")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Own text", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectReadableInTheDark(page);
  await page.getByRole("button", { name: /^Back to/ }).click();
  await expect(page.getByText("Own text", { exact: true })).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("days lead to an agenda, people are kept, and a sheet can be printed", async ({ page }) => {
    const name = `Sam ${Date.now() % 1_000_000}`;
    await logIn(page, "/meetings/people");
    await page.getByRole("button", { name: "Add person" }).click();
    await page.getByLabel("Full name").fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Give an e-mail address or a phone number.")).toBeVisible();
    await page.getByLabel("E-mail", { exact: true }).fill(`${name.replace(" ", "-")}@example.com`);
    await page.getByRole("button", { name: "Save" }).click();
    const row = page.getByRole("listitem").filter({ hasText: name });
    await expect(row.getByRole("switch", { name: `${name}: Permanent` })).toBeChecked();
    await expectAccessible(page);
    await expectReadableInTheDark(page);

    await page.goto("/meetings");
    await page.getByRole("button", { name: "New meeting" }).first().click();
    await page.getByLabel("Topic").fill(`Phone ${name}`);
    await page.getByRole("button", { name: "Create meeting" }).click();
    // A permanent invitee is asked by himself.
    await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Attendance sheet" }).click();
    await expect(page.getByRole("columnheader", { name: "Signature" })).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    await expect(page.getByRole("navigation").first()).toBeHidden();
    await page.emulateMedia({ media: "screen" });

    // A new meeting is offered for tomorrow where the firm is, which may be next month.
    const tomorrow = new Date(Date.now() + 86_400_000).toLocaleDateString("en-CA", {
      timeZone: "Europe/Belgrade",
    });
    await page.goto(`/meetings?month=${tomorrow.slice(0, 7)}`);
    await expect(page.getByRole("link", { name: new RegExp(`Phone ${name}`) })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "List" }).click();
    await expect(page).toHaveURL(/view=list/);
    await page.getByRole("searchbox", { name: "Search meetings" }).fill(name);
    await expect(page.getByRole("main").getByRole("link", { name: /Phone/ })).toHaveCount(1);
    await expectAccessible(page);
  });
});

import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { letterLink } from "./support/letter-link";
import { logIn } from "./support/log-in";

const manager = { name: "Mara Ilic", email: "mara@example.com", password: "a-quiet-river-in-autumn" };

/** A page of somebody else, in a browser of their own. */
async function strangersPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** Makes the account that the invitation's page asks for, and comes back to that page signed in. */
async function registerAndReturn(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Name", { exact: true }).fill(manager.name);
  await page.getByLabel("Email", { exact: true }).fill(manager.email);
  await page.getByLabel("Password", { exact: true }).fill(manager.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your mail")).toBeVisible();
  const invitation = page.url();
  await page.goto(await letterLink(manager.email, "/verify"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your email is confirmed.")).toBeVisible();
  const next = new URL(invitation).searchParams.get("next") ?? "";
  await page.goto(`/login?next=${encodeURIComponent(next)}`);
  await page.getByLabel("Email", { exact: true }).fill(manager.email);
  await page.getByLabel("Password", { exact: true }).fill(manager.password);
  await page.getByRole("button", { name: "Log in" }).click();
}

test("a manager comes in by a link, sees what is theirs, gets another role and goes", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await logIn(page, "/settings/team");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Create link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Revoke: Link" })).toBeVisible();

  const theirs = await strangersPage(browser);
  await theirs.goto(link);
  await expect(theirs.getByText("Your role: manager")).toBeVisible();
  await expectAccessible(theirs);
  await registerAndReturn(theirs);
  await theirs.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(theirs).toHaveURL(/\/resources/);

  await theirs.goto("/settings/team");
  const sections = theirs.getByRole("navigation", { name: "Settings sections" });
  await expect(sections.getByRole("link")).toHaveText(["Support", "Team"]);
  await expect(theirs.getByRole("button", { name: "Invite" })).toBeHidden();
  await theirs.goto("/settings/audit");
  await expect(theirs.getByText("Owners, admins and directors see the audit log")).toBeVisible();
  await theirs.goto("/settings/api-keys");
  await expect(theirs.getByText("Owners and admins manage API keys")).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This invitation was used" })).toBeVisible();

  await page.reload();
  // What is streamed but not in its place yet is none of the page's regions.
  await page
    .getByRole("region", { name: "Members" })
    .getByLabel(`Role of ${manager.name}`)
    .selectOption("director");
  await expect(page.getByText(`${manager.name} now has the role: Director.`)).toBeVisible();
  await theirs.goto("/settings/audit");
  await expect(theirs.getByText(`Role changed · ${manager.name}`)).toBeVisible();
  await expectAccessible(theirs);

  await page.getByRole("button", { name: `Actions: ${manager.name}` }).click();
  await page.getByRole("menuitem", { name: "Remove from the workspace" }).click();
  await page.getByRole("button", { name: "Remove from the workspace" }).click();
  await expect(page.getByText(`${manager.name} was removed.`)).toBeVisible();
  await theirs.goto("/settings/team");
  await expect(theirs).toHaveURL(/\/welcome/);
});

test("a key is shown once and revoked; data and its pages are accessible", async ({ page }) => {
  await logIn(page, "/settings/api-keys");
  await page.getByRole("button", { name: "New key" }).click();
  await page.getByLabel("Name").fill("Our CRM");
  await page.getByLabel("Read messages").check();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  await expect(page.getByLabel("API key", { exact: true })).toHaveValue(/^ac_[0-9a-f]{8}_[\w-]{43}$/);
  await page.getByRole("button", { name: "Done" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Revoke: Our CRM" }).click();
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByText("1 key no longer in use")).toBeVisible();

  await page.goto("/settings/data");
  await page.getByLabel("Find a contact").fill("ana");
  await expect(page.getByRole("button", { name: /^Delete: / }).first()).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download archive" }).click();
  expect((await download).suggestedFilename()).toMatch(/^workspace-\d{4}-\d\d-\d\d\.zip$/);
  await page.goto("/settings/audit");
  await expect(page.getByText("Workspace exported")).toBeVisible();
});

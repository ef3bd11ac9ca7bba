import { expect, type Page } from "@playwright/test";
import { letterLink } from "./letter-link";

const password = "a-quiet-river-in-autumn";

/** Registers somebody new with a workspace of their own and signs in as them: what they change is nobody else's. */
export async function logInAsNewcomer(page: Page, name: string, path: string): Promise<void> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.com`;
  await page.goto("/register");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your mail")).toBeVisible();
  await page.goto(await letterLink(email, "/verify"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your email is confirmed.")).toBeVisible();
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL((url) => url.pathname === path);
}

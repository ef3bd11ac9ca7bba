import { expect, type Page } from "@playwright/test";

/** Signs in as the demo's owner on the way to a page behind the login. */
export async function logIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Email").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL((url) => url.pathname === path);
}

import { type Cookie, expect, type Page } from "@playwright/test";

/** The owner's session, once somebody of this worker has signed in. */
let session: Cookie[] = [];

/** Signs in as the demo's owner on the way to a page behind the login; once for all tests of a worker. */
export async function logIn(page: Page, path: string): Promise<void> {
  await page.context().addCookies(session);
  await page.goto(path);
  if (session.length === 0) {
    await page.getByLabel("Email").fill("owner@example.com");
    await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
    await page.getByRole("button", { name: "Log in" }).click();
  }
  await expect(page).toHaveURL((url) => url.pathname === path);
  if (session.length > 0) return;
  session = (await page.context().cookies()).filter(({ name }) => name.includes("session"));
}

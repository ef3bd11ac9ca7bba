import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "./fixtures";
import { botNamed, customerOf } from "./support/bot-customer";
import { expectAccessible } from "./support/expect-accessible";
import { letterLink } from "./support/letter-link";

const password = "seven green bicycles";

/** The browser itself notes a refused login's status; the OpenID server's page asks for a font from outside. */
test.use({ expectedErrors: [/401|fonts\.googleapis/] });

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
}

/** As after closing the browser; the page left behind must not notice and leave for the login by itself. */
async function forgetMe(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies();
}

/** The app's code of the step after now's, which is taken too, since each works once. */
function codeOf(secret: string, stepsAhead: number): string {
  const timestamp = Date.now() + stepsAhead * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

test("a newcomer registers, confirms, logs in with a second factor, adds a bot, and it serves", async ({
  page,
}) => {
  const email = `ann-${Date.now()}@example.com`;
  await page.goto("/register");
  await expectAccessible(page);
  await fill(page, { Name: "Ann", Email: email, Password: "password123" });
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("This password is among those tried first.")).toBeVisible();
  await fill(page, { Password: password });
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Check your mail")).toBeVisible();
  const link = await letterLink(email, "/verify");

  await page.goto("/login?next=/profile/security");
  await fill(page, { Email: email, Password: password });
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("Confirm your email first")).toBeVisible();

  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your email is confirmed.")).toBeVisible();
  await page.goto("/login?next=/profile/security");
  await fill(page, { Email: email, Password: password });
  await page.getByRole("button", { name: "Log in" }).click();

  const secondFactor = page.getByRole("region", { name: "Two-factor login" });
  const asked = secondFactor.getByLabel("Current password", { exact: true });
  const setUp = secondFactor.getByRole("button", { name: "Set up" });
  // A click before the page has come to life is lost.
  await expect(async () => {
    if (!(await asked.isVisible())) await setUp.click({ timeout: 1_000 });
    await expect(asked).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await asked.fill("not this one");
  await setUp.click();
  await expect(secondFactor.getByText("This is not your current password.")).toBeVisible();
  await asked.fill(password);
  await setUp.click();
  await expect(page.getByTestId("totp-secret")).toBeVisible();
  const secret = (await page.getByTestId("totp-secret").textContent()) ?? "";
  await expectAccessible(page);
  await fill(page, { "Code from the app": codeOf(secret, 0) });
  await page.getByRole("button", { name: "Switch on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await page.getByRole("button", { name: "I kept them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expectAccessible(page);

  for (const code of [codeOf(secret, 1), recoveryCode]) {
    await forgetMe(page);
    await page.goto("/login?next=/profile/security");
    await fill(page, { Email: email, Password: password });
    await page.getByRole("button", { name: "Log in" }).click();
    await fill(page, { Code: code });
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page).toHaveURL(/\/profile\/security/);
  }
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();
  await page.getByRole("button", { name: "Log out everywhere else" }).click();
  await expect(page.getByText("This one")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Log out: / })).toHaveCount(0);

  await page.goto("/knowledge/new");
  await fill(page, { Title: "Ferries", Content: "A ferry ticket to the island costs 34 euros." });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\/knowledge$/);
  await page.goto("/resources/new");
  await page.getByRole("button", { name: /Telegram/ }).click();
  await page.getByLabel("Outside world").selectOption("simulator");
  await page.getByRole("button", { name: "Make one in the simulator" }).click();
  await expect(page.getByRole("button", { name: /^Remove -/ })).toBeVisible();
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByText("The bot is an administrator and may manage topics.")).toBeVisible();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "Activate" }).click();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();
  const bot = await botNamed((await page.getByRole("heading", { level: 1 }).textContent()) ?? "");
  const customer = await customerOf(bot.id);
  await customer.ask("How much is a ferry ticket to the island?");
  await customer.hears(/34 euros/);
});

/** Signs in at the OpenID server as whoever; what is typed as the login is the e-mail. */
async function signInAtGoogle(page: Page, email: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(email);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("Google signs a newcomer in, and joins no account that has a password", async ({ page }) => {
  const email = `gus-${Date.now()}@example.com`;
  await page.goto("/login?next=/profile/security");
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await signInAtGoogle(page, email);
  await expect(page).toHaveURL(/localhost:\d+\/profile\/security/);
  await expect(page.getByText(`Connected: ${email}`)).toBeVisible();

  await forgetMe(page);
  await page.goto("/login");
  await page.getByRole("button", { name: "Continue with Google" }).click();
  await signInAtGoogle(page, "owner@example.com");
  await expect(page.getByText("There is an account with this address already")).toBeVisible();
});

import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { openChat, simulator } from "./support/open-chat";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("every page is accessible", async ({ page }) => {
      for (const path of ["/", "/login", "/simulator"]) {
        await page.goto(path);
        await expect(page.getByRole("main")).toBeVisible();
        await expectAccessible(page);
      }
    });

    test("a conversation is accessible, with its offer and its sources", async ({ page }) => {
      const customer = await simulator.newCustomer({ firstName: "Axe", languageCode: "en" });
      await openChat(page, customer.id);
      await page.getByRole("textbox", { name: "Message" }).fill("What is the deposit for a Volkswagen Golf?");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Source 1" })).toBeVisible();
      await page.getByRole("textbox", { name: "Message" }).fill("Can I hire a helicopter from you?");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Yes, call a manager" })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

test("the demo login leads to the resources, which show the bot at work", async ({ page }) => {
  await page.goto("/resources");
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel("Email").fill("owner@example.com");
  await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page).toHaveURL(/\/resources/);
  await expect(page.getByText("Sava Rent").first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("a wrong password", () => {
  // The browser itself notes the refusal's status.
  test.use({ expectedErrors: [/401/] });

  test("is told, and nothing else", async ({ page }) => {
    await page.goto("/login");
    await page.getByLabel("Email").fill("owner@example.com");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(page).toHaveURL(/\/login/);
  });
});

test.describe("outside Telegram", () => {
  test("the chat explains where to open it", async ({ page }) => {
    await page.route("https://telegram.org/**", (route) =>
      route.fulfill({ contentType: "text/javascript", body: "" }),
    );
    await page.goto("/chat");
    await expect(page.getByText("Open this chat from Telegram")).toBeVisible();
    await expectAccessible(page);
  });
});

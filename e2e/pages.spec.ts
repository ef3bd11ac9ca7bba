import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { expectReadableInTheDark } from "./support/expect-readable-in-the-dark";
import { logIn } from "./support/log-in";
import { logInAsNewcomer } from "./support/log-in-as-newcomer";
import { openChat, simulator } from "./support/open-chat";

const dashboard = [
  "/inbox",
  "/hub",
  "/approvals",
  "/leads",
  "/analytics",
  "/knowledge",
  "/knowledge/new",
  "/resources",
  "/resources/new",
  "/settings",
  "/settings/team",
  "/settings/api-keys",
  "/settings/audit",
  "/settings/hub",
  "/settings/hub-roles",
  "/settings/intents",
  "/settings/data",
  "/profile",
  "/profile/ai",
  "/profile/security",
];

test("every page is accessible", async ({ page }) => {
  for (const path of ["/", "/login", "/register", "/forgot", "/qr", "/simulator"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await expectAccessible(page);
    await expectReadableInTheDark(page);
  }
});

test("every page of the dashboard is accessible", async ({ page }) => {
  test.slow();
  await logIn(page, "/inbox");
  for (const path of dashboard) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first(), path).toBeVisible();
    // What a page still fetches stands on it as skeletons.
    await expect(page.locator("[aria-busy=true]"), path).toHaveCount(0);
    await expectAccessible(page);
    await expectReadableInTheDark(page);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

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

test.describe("by the keyboard", () => {
  // The page that is not there.
  test.use({ expectedErrors: [/404/] });

  test("the palette goes to pages and does things, by the keyboard alone", async ({ page }) => {
    // Of whoever changes the theme it is changed everywhere.
    await logInAsNewcomer(page, "Kim", "/resources");
    const box = page.getByPlaceholder("A page, an action, a customer");
    await expect(async () => {
      // Until the page has come to life nobody listens to its keys.
      await page.keyboard.press("Control+k");
      await expect(box).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.press("Escape");
    await expect(box).toBeHidden();
    await page.keyboard.press("Control+k");
    await box.fill("knowledge");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/knowledge/);
    await page.keyboard.press("Control+k");
    await box.fill("dark");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveClass(/dark/);
    await page.goto("/resources/999999999");
    await expect(page.getByRole("main").getByText("There is nothing here")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
    await page.goto("/meetings/999999999");
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { name: "There is no such meeting" })).toBeVisible();
    await main.getByRole("link", { name: "All meetings" }).click();
    await expect(page).toHaveURL(/\/meetings$/);
    await page.goto("/nothing-here");
    await expect(page.getByText("There is nothing here")).toBeVisible();
    await expect(page.locator("html")).toHaveClass(/dark/);
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the bar leads everywhere and hides nothing", async ({ page }) => {
    await page.goto("/login");
    await page.getByLabel("Email").fill("owner@example.com");
    await page.getByLabel("Password", { exact: true }).fill("demo-password-for-tests");
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page).toHaveURL(/\/inbox/);
    const bar = page.getByRole("navigation", { name: "Main" });
    await bar.getByRole("link", { name: "Leads" }).click();
    await expect(page).toHaveURL(/\/leads/);
    await page.getByRole("button", { name: /^Notifications/ }).click();
    await expect(page.getByRole("dialog", { name: "Notifications" })).toBeVisible();
    await page.keyboard.press("Escape");
    await bar.getByRole("button", { name: "More" }).click();
    await expectAccessible(page);
    await page.getByRole("dialog").getByRole("link", { name: "QR codes" }).click();
    await expect(page).toHaveURL(/\/qr/);
    await page.goto("/settings");
    await expect(page.getByLabel("Time zone")).toBeVisible();
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const content = await page.getByRole("main").boundingBox();
      const below = await bar.boundingBox();
      expect((content?.y ?? 0) + (content?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
    }).toPass({ timeout: 10_000 });
  });
});

test.describe("policy", () => {
  // What the browser says of the script that it refused, and of the picture that is none.
  test.use({ expectedErrors: [/Content Security Policy|404/] });

  test("scripts run by a nonce alone, and only the chat may be framed", async ({ page, request }) => {
    const policies = await Promise.all(
      ["/", "/login", "/chat", "/nothing-here", "/api/health"].map(async (path) => {
        const { headers } = { headers: (await request.get(path)).headers() };
        expect(headers["x-content-type-options"], path).toBe("nosniff");
        expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
        return [path, headers["content-security-policy"] ?? ""] as const;
      }),
    );
    for (const [path, policy] of policies) {
      if (path === "/chat") expect(policy).toMatch(/frame-ancestors 'self' https:\/\/web\.telegram\.org/);
      else expect(policy, path).toContain("frame-ancestors 'none'");
      if (path === "/api/health") expect(policy).toContain("default-src 'none'");
      else expect(policy, path).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic'/);
      expect(policy, path).not.toMatch(/script-src[^;]*'unsafe-/);
    }
    await page.goto("/");
    const ran = await page.evaluate(() => {
      const script = document.createElement("div");
      script.innerHTML = "<img src=x onerror='window.ran = true'>";
      document.body.append(script);
      return new Promise((resolve) => setTimeout(() => resolve("ran" in window), 300));
    });
    expect(ran).toBe(false);
  });
});

test.describe("a wrong password", () => {
  // The browser itself notes the refusal's status.
  test.use({ expectedErrors: [/401/] });

  test("is told, and nothing else, even when sent before the page has come to life", async ({ page }) => {
    let comeToLife = () => {};
    const mayComeToLife = new Promise<void>((resolve) => {
      comeToLife = resolve;
    });
    await page.route("**/_next/static/**/*.js*", async (route) => {
      await mayComeToLife;
      await route.continue();
    });
    await page.goto("/login", { waitUntil: "commit" });
    await page.getByLabel("Email").fill("owner@example.com");
    await page.getByLabel("Password", { exact: true }).fill("not the password");
    await page.getByRole("button", { name: "Log in" }).click();
    comeToLife();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue("owner@example.com");
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

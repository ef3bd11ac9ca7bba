import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";
import { logInAsNewcomer } from "./support/log-in-as-newcomer";

const simulator = `http://127.0.0.1:${process.env.E2E_SIMULATOR_PORT}/v1`;

test("an own key is tried before it is kept: what is wrong is said, then it works, then it is deleted", async ({
  page,
}) => {
  await logIn(page, "/profile/ai");
  await expectAccessible(page);
  await page.getByRole("radio", { name: /Own key/ }).check();
  await page.getByLabel("API key").fill("sk-wrong-0000");
  const tryIt = page.getByRole("button", { name: /Try and/ });

  await page.getByLabel("Base URL").fill("http://169.254.169.254.nip.io/v1");
  await tryIt.click();
  await expect(page.getByRole("alert").first()).toContainText(/private|cannot be reached/);

  await page.getByLabel("Base URL").fill(simulator);
  await page.getByLabel("Model name").fill("sim-401");
  await tryIt.click();
  await expect(page.getByRole("alert").filter({ hasText: "The endpoint refuses the key" })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("radio", { name: /The server's key/ })).toBeChecked();

  await page.getByRole("radio", { name: /Own key/ }).check();
  await page.getByLabel("Base URL").fill(simulator);
  await page.getByLabel("Model name").fill("sim-grounded");
  await page.getByLabel("API key").fill("sk-right-4321");
  await tryIt.click();
  await expect(page.getByText("Your own model answers from now on.")).toBeVisible();
  await expect(page.getByText("…4321", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText("…4321", { exact: true })).toBeVisible();

  // Soon: other stories play in this company at the same time, without a model.
  await page.getByRole("button", { name: "Delete the key" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Your key is deleted.")).toBeVisible();
  await expect(page.getByRole("radio", { name: /The server's key/ })).toBeChecked();
});

test("the theme changes at once, is there after a reload, and follows what the menu says meanwhile", async ({
  page,
}) => {
  await logInAsNewcomer(page, "Thea", "/profile");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.getByRole("radio", { name: "As the system" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("html")).not.toHaveClass(/dark/);

  // What is switched in the menu while the form is open stays when the form is saved.
  const choose = async (name: string) => {
    await page.getByRole("button", { name: /^Account: / }).click();
    await page.getByRole("menuitemradio", { name, exact: true }).click();
    await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
  };
  await choose("Dark");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.locator("html")).toHaveClass(/dark/);
});

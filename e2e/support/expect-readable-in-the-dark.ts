import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./violations-on";

/** The one thing that the dark theme changes for accessibility, contrast, holds; the page is light again after it. */
export async function expectReadableInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await expect(page.locator("html")).toHaveClass(/dark/);
  const violations = await violationsOn(page, ["color-contrast"]);
  expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html))).toEqual([]);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await expect(page.locator("html")).not.toHaveClass(/dark/);
}

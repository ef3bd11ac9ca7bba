import { expect, type Page } from "@playwright/test";
import { violationsOn } from "./violations-on";

/** axe finds nothing to complain of on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Movement that has not ended shows half-faded colours.
  await page.emulateMedia({ reducedMotion: "reduce" });
  // Until it is there the page is on its way; axe would ask for it too.
  await expect(page.locator("h1:visible")).not.toHaveCount(0);
  const violations = await violationsOn(page);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds wrong on the page and in its frames; `rules`: of these alone. */
export async function violationsOn(page: Page, rules?: string[]) {
  // In the page itself: elsewhere axe opens a page of its own to put together what it found, which is half of its work.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  if (rules) axe.withRules(rules);
  return (await axe.analyze()).violations;
}

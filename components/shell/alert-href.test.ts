import { expect, it } from "vitest";
import { alertHref } from "@/components/shell/alert-href";

it("leads to where a trouble can be put right", () => {
  expect(alertHref("customer_waiting")).toBe("/inbox");
  expect(alertHref("model_failed")).toBe("/profile/ai");
  expect(alertHref("whatever comes later")).toBe("/resources");
});

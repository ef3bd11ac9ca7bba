import { expect, test } from "vitest";
import { safeLink } from "@/components/chat/safe-link";

test("only harmless addresses open", () => {
  for (const good of ["https://a.example/x", "tg://resolve?domain=a", "mailto:a@b.example", "tel:+3816"])
    expect(safeLink(good)).toBe(good);
  for (const bad of [
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,x",
    "//a.example",
    "",
    undefined,
  ])
    expect(safeLink(bad)).toBeNull();
  expect(safeLink("https://bank.example@evil.example/")).toBeNull();
});

import { expect, it } from "vitest";
import { seal, unseal } from "@/server/lib/crypto";

it("opens what it sealed, for the same workspace and row only", () => {
  const sealed = seal("токен 123", "1:2");
  expect(sealed).not.toContain("123");
  expect(unseal(sealed, "1:2")).toBe("токен 123");
  expect(() => unseal(sealed, "1:3")).toThrow();
});

it("seals the same text differently each time and refuses a changed one", () => {
  const sealed = seal("secret", "1:2");
  expect(seal("secret", "1:2")).not.toBe(sealed);
  const [id, nonce, body = "", tag] = sealed.split(".");
  const changed = [id, nonce, body.startsWith("A") ? `B${body.slice(1)}` : `A${body.slice(1)}`, tag].join(
    ".",
  );
  expect(() => unseal(changed, "1:2")).toThrow();
});

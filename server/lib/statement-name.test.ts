import { expect, it } from "vitest";
import { statementName } from "./statement-name";

it("names a statement that comes again, always the same way, and never more than a connection should keep", () => {
  expect(statementName({ sql: "select 1" })).toBe("");
  const name = statementName({ sql: "select 1" });
  expect(name).not.toBe("");
  expect(statementName({ sql: "select 1" })).toBe(name);
  const others = Array.from({ length: 2_000 }, (_, index) => ({ sql: `select ${index + 2}` }));
  const named = others.flatMap((other) => [statementName(other), statementName(other)]).filter(Boolean);
  expect(new Set([name, ...named]).size).toBe(250);
});

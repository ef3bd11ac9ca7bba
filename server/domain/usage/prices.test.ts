import { expect, it } from "vitest";
import { costMicros, listPrice, managedPrice } from "./prices";

it("knows a model by its name with a maker's prefix, a date or neither", () => {
  const mini = { input: 0.15, output: 0.6 };
  for (const name of ["gpt-4o-mini", "openai/gpt-4o-mini", "gpt-4o-mini-2024-07-18", "GPT-4o-mini"])
    expect(listPrice(name)).toEqual(mini);
  expect(listPrice("claude-sonnet-4-20250514")).toEqual({ input: 3, output: 15 });
  for (const name of ["llama3", "gpt-9", "constructor", ""]) expect(listPrice(name)).toBeNull();
});

it("counts a model of unknown price as a dear one", () => {
  expect(managedPrice("llama3")).toEqual({ input: 10, output: 30, known: false });
  expect(managedPrice("gpt-4o-mini")).toMatchObject({ input: 0.15, known: true });
});

it("counts in millionths of a dollar, rounded up", () => {
  expect(costMicros({ input: 0.15, output: 0.6 }, { input: 1_000_000, output: 1_000_000 })).toBe(750_000);
  expect(costMicros({ input: 0.1, output: 0.2 }, { input: 3, output: 0 })).toBe(1);
  expect(costMicros({ input: 0.1, output: 0.2 }, { input: 10, output: 10 })).toBe(3);
  expect(costMicros({ input: 10, output: 30 }, { input: 0, output: 0 })).toBe(0);
});

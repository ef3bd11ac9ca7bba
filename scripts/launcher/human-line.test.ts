import { expect, it } from "vitest";
import { humanLine } from "./human-line";

it("tells a log's line as a person reads it and leaves other lines alone", () => {
  const at = "2026-11-21T08:00:00.000Z";
  const clock = new Date(at).toTimeString().slice(0, 8);
  const told = (line: object) => humanLine(JSON.stringify({ time: at, ...line }));
  expect(told({ level: 30, msg: "bots are running" })).toBe(`${clock} bots are running`);
  expect(told({ level: 40, chatId: 5, why: "flood", msg: "waits" })).toBe(
    `${clock} warning: waits (chatId=5, why=flood)`,
  );
  expect(told({ level: 50, err: { message: "gone", stack: "Error: gone\n    at x" }, msg: "failed" })).toBe(
    `${clock} error: failed – Error: gone\n    at x`,
  );
  for (const line of ["▲ Next.js", "{not json", '{"some":"json"}']) expect(humanLine(line)).toBe(line);
});

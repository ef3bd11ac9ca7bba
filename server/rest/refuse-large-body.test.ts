import { expect, test } from "vitest";
import { refuseLargeBody } from "./refuse-large-body";

const asked = (headers: Record<string, string>) => refuseLargeBody({ headers: new Headers(headers) });

test("what fits, or has no body, goes on", () => {
  expect(asked({})).toBeNull();
  expect(asked({ "content-length": "2097152" })).toBeNull();
});

test("more than any page of ours sends is not read", () => {
  expect(asked({ "content-length": "2097153" })?.status).toBe(413);
  expect(asked({ "content-length": "9".repeat(400) })?.status).toBe(413);
  expect(asked({ "transfer-encoding": "chunked" })?.status).toBe(411);
});

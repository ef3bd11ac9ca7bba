import { expect, it } from "vitest";
import { isLocalRequest } from "./is-local-request";

it.each(["localhost", "localhost:3000", "127.0.0.1:3000", "[::1]:3000", "app.localhost"])(
  "takes %s",
  (host) => {
    expect(isLocalRequest("127.0.0.1", { host })).toBe(true);
    expect(isLocalRequest("::ffff:127.0.0.1", { host })).toBe(true);
    expect(isLocalRequest("::1", { host })).toBe(true);
  },
);

it.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "evil.example:3000"])(
  "refuses the foreign name %j",
  (host) => expect(isLocalRequest("127.0.0.1", { host })).toBe(false),
);

it("refuses other machines and proxies", () => {
  expect(isLocalRequest("203.0.113.7", { host: "localhost" })).toBe(false);
  expect(isLocalRequest("127.0.0.1", {})).toBe(false);
  for (const name of [
    "x-forwarded-for",
    "forwarded",
    "x-real-ip",
    "via",
    "cf-connecting-ip",
    "x-forwarded-host",
    "x-forwarded-proto",
    "cf-ray",
  ]) {
    expect(isLocalRequest("127.0.0.1", { host: "localhost", [name]: "x" })).toBe(false);
  }
});

import { expect, it } from "vitest";
import { env } from "@/server/lib/env";
import { rest } from "@/server/rest/app";

const local = { "x-peer-loopback": "1", host: "localhost:3000" };
const codeFor = async (headers: Record<string, string>) => {
  const answer = await rest.request("/api/simulator/world", { headers: { ...local, ...headers } });
  return (await answer.json()).error.code;
};

it("answers its own page only, whichever header the browser tells that by", async () => {
  // Nothing listens there: who is let through learns that.
  env.SIMULATOR_PORT = 9;
  expect(await codeFor({})).toBe("simulator_down");
  expect(await codeFor({ origin: "http://localhost:3000" })).toBe("simulator_down");
  expect(await codeFor({ origin: "http://evil.example" })).toBe("cross_site");
  expect(await codeFor({ origin: "http://localhost:4000" })).toBe("cross_site");
  expect(await codeFor({ origin: "null" })).toBe("cross_site");
  expect(await codeFor({ "sec-fetch-site": "cross-site" })).toBe("cross_site");
});

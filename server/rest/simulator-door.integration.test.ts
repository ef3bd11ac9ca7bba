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

it("lets files of 20 MB through and says what is too large", async () => {
  env.SIMULATOR_PORT = 9;
  const codeOf = async (bytes: number) => {
    const body = "x".repeat(bytes);
    const headers = { ...local, "content-length": String(bytes) };
    const answer = await rest.request("/api/simulator/messages", { method: "POST", headers, body });
    return [answer.status, (await answer.json()).error.code];
  };
  expect(await codeOf(27 * 1024 * 1024)).toEqual([503, "simulator_down"]);
  expect(await codeOf(29 * 1024 * 1024)).toEqual([413, "too_large"]);
});

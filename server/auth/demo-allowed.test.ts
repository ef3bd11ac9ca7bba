import { expect, test } from "vitest";
import { consoleKeyProof, DEMO_COOKIE, demoAllowed, isConsoleKey } from "@/server/auth/demo-allowed";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";

const local = { "x-peer-loopback": "1", host: "localhost:3000" };

function allowed(headers: Record<string, string>): boolean {
  return demoAllowed(new Headers(headers));
}

test("this machine may use the demo, others may not", () => {
  expect(allowed(local)).toBe(true);
  expect(allowed({ ...local, "x-peer-loopback": "0" })).toBe(false);
  expect(allowed({ host: "localhost:3000" })).toBe(false);
});

test("with a public address a proxy on this machine is not taken for its visitors", () => {
  const was = env.APP_URL;
  env.APP_URL = "https://chat.example.com";
  expect(allowed(local)).toBe(false);
  expect(allowed({ ...local, cookie: `${DEMO_COOKIE}=${consoleKeyProof()}` })).toBe(true);
  env.APP_URL = "http://127.0.0.1:3000";
  expect(allowed(local)).toBe(true);
  env.APP_URL = was;
});

test("the console's key opens it from anywhere", () => {
  const host = "chat.example.com";
  expect(isConsoleKey(ensureSecrets(env.DATA_DIR).consoleKey)).toBe(true);
  expect(isConsoleKey("guess")).toBe(false);
  expect(allowed({ host, cookie: `a=b; ${DEMO_COOKIE}=${consoleKeyProof()}` })).toBe(true);
  expect(allowed({ host, cookie: `${DEMO_COOKIE}=guess` })).toBe(false);
  expect(allowed({ host, cookie: `x${DEMO_COOKIE}=${consoleKeyProof()}` })).toBe(false);
});

test("with the demo off nobody may", () => {
  const was = env.DEMO;
  env.DEMO = false;
  expect(allowed(local)).toBe(false);
  expect(allowed({ cookie: `${DEMO_COOKIE}=${consoleKeyProof()}` })).toBe(false);
  env.DEMO = was;
});

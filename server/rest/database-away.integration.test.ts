import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { rest } from "@/server/rest/app";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

const database = env.DATABASE_URL;
beforeAll(async () => {
  await closeDb();
  // Nothing listens on port 9 (discard) anywhere nowadays.
  env.DATABASE_URL = "postgres://nobody:nothing@127.0.0.1:9/away";
});
afterAll(async () => {
  await closeDb();
  env.DATABASE_URL = database;
});

it("tells in words that the database is away, and to try again, over REST", async () => {
  const answer = await rest.request("/metrics");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.json()).toEqual({
    error: { code: "database_unavailable", message: expect.stringContaining("try again in a moment") },
  });
});

it("tells the same over tRPC", async () => {
  const caller = createCaller(createContext(new Headers()));
  await expect(caller.demo.available()).resolves.toBe(false);
  const local = createCaller(createContext(new Headers({ "x-peer-loopback": "1", host: "localhost" })));
  await expect(local.demo.available()).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    cause: { reason: "database_unavailable" },
  });
});

it("is down in the health report, each check in its place", async () => {
  const answer = await rest.request("/api/health");
  expect(answer.status).toBe(503);
  expect((await answer.json()).checks.database).toEqual({
    status: "down",
    detail: "The database does not answer.",
  });
});

import { expect, it } from "vitest";
import { databaseIsAway } from "./database-is-away";

it.each([
  new Error("Connection terminated unexpectedly"),
  new Error("Client has encountered a connection error and is not queryable"),
  Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
  Object.assign(new Error("terminating connection due to unexpected postmaster exit"), { code: "57P01" }),
  new Error("Outer", { cause: Object.assign(new Error("Inner"), { code: "P1001" }) }),
])("%s: the database is away", (error) => {
  expect(databaseIsAway(error)).toBe(true);
});

it.each([new Error("duplicate key"), Object.assign(new Error("x"), { code: "P2002" }), "text", null])(
  "%s: that is something else",
  (error) => {
    expect(databaseIsAway(error)).toBe(false);
  },
);

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { may } from "@/server/domain/workspaces/policy";
import type { MemberRole } from "@/server/lib/actor";
import { createContext } from "@/server/trpc/context";
import { appRouter, createCaller } from "@/server/trpc/root";
import { crossTenantCases } from "@/server/trpc/testing/cross-tenant-cases";
import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";
import {
  createForeignWorkspace,
  type Foreign,
  foreignRows,
  MARK,
} from "@/server/trpc/testing/foreign-workspace";
import { customerOfOurs, signIn, signInAs } from "@/server/trpc/testing/sign-in-as";

// Every procedure there is, called from another workspace with the ids of this one. A new procedure needs a line in
// testing/cross-tenant-cases/; nothing else.

const streamMs = 400;
const paths = Object.keys(appRouter._def.procedures).toSorted();
const roles: MemberRole[] = ["owner", "admin", "director", "manager"];

let foreign: Foreign;
let before: Record<string, string>;
/** Of another workspace; what only reads may share them. */
let aCustomer: Headers;
let members: Record<MemberRole, Headers>;

beforeAll(async () => {
  foreign = await createForeignWorkspace();
  aCustomer = await customerOfOurs();
  members = {
    owner: await signInAs("owner"),
    admin: await signInAs("admin"),
    director: await signInAs("director"),
    manager: await signInAs("manager"),
  };
  before = await foreignRows(foreign);
});

/** What the foreign workspace has is what it had, to the last row. */
async function expectUntouched(): Promise<void> {
  const [had, has] = [before, await foreignRows(foreign)];
  before = has;
  expect(has).toEqual(had);
}

type Answer = { ok: true; value: unknown } | { ok: false; error: { code?: string; message: string } };
type Call = (input: unknown) => Promise<unknown>;

/** Calls a procedure as HTTP would, streams included; their events are the answer. */
async function call(path: string, input: unknown, headers: Headers): Promise<Answer> {
  const signal = AbortSignal.timeout(streamMs);
  const caller = createCaller(createContext(headers), { signal });
  const procedure = path
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller) as Call;
  try {
    const value = await procedure(input);
    return { ok: true, value: isStream(value) ? await eventsOf(value) : value };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { ok: false, error: { code, message } };
  }
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

async function eventsOf(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

/** A refusal on purpose: no surprise, and no fault of the input, which would prove nothing. */
function isRefusal(answer: Answer): boolean {
  if (!answer.ok)
    return ["FORBIDDEN", "NOT_FOUND", "UNAUTHORIZED", "CONFLICT"].includes(answer.error.code ?? "");
  const { value } = answer;
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return true;
  return typeof value === "object" && "ok" in value && value.ok === false;
}

function showsNothing(answer: Answer): void {
  expect(
    JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain(MARK);
  // A surprise proves nothing, nor does an input that was refused for its shape.
  const proofless = ["INTERNAL_SERVER_ERROR", "BAD_REQUEST", "TOO_MANY_REQUESTS"];
  if (!answer.ok) expect(proofless, answer.error.message).not.toContain(answer.error.code);
}

function changes(path: string): boolean {
  // By their paths at run time, nested as its type has it.
  const procedures: unknown = appRouter._def.procedures;
  return (procedures as Record<string, { _def: { type: string } }>)[path]?._def.type === "mutation";
}

function inputOf({ input }: CrossTenantCase): unknown {
  return input?.(foreign);
}

test("every procedure has its line, and every line its procedure", () => {
  expect(Object.keys(crossTenantCases).toSorted()).toEqual(paths);
});

test("its own people do see it: the mark would show", async () => {
  const headers = await signIn(foreign.userId);
  for (const path of [
    "inbox.thread",
    "knowledge.detail",
    "resources.detail",
    "apiKeys.list",
    "notices.list",
  ]) {
    const answer = await call(path, crossTenantCases[path]?.input?.(foreign), headers);
    expect(JSON.stringify(answer), path).toContain(MARK);
  }
  before = await foreignRows(foreign);
});

for (const [path, its] of Object.entries(crossTenantCases)) {
  describe(path, () => {
    afterAll(expectUntouched);

    if (its.by !== "anyone") {
      test.concurrent("strangers are refused", async () => {
        const answer = await call(path, inputOf(its), new Headers());
        expect(answer.ok ? answer : answer.error.code).toBe("UNAUTHORIZED");
      });
    }

    if (its.by === "member" || its.by === "account") {
      test.concurrent("a customer's token is no sign-in", async () => {
        const answer = await call(path, inputOf(its), aCustomer);
        expect(answer.ok ? answer : answer.error.code).toBe("UNAUTHORIZED");
      });
      for (const role of roles) {
        test.concurrent(`another workspace's ${role} reaches nothing`, async () => {
          const headers = changes(path) ? await signInAs(role) : members[role];
          const answer = await call(path, inputOf(its), headers);
          showsNothing(answer);
          if (!answer.ok) expect(answer.error.code, "they are signed in").not.toBe("UNAUTHORIZED");
          if (its.refuses) expect(isRefusal(answer), JSON.stringify(answer)).toBe(true);
          if (its.permission && !may({ role }, its.permission)) {
            expect(answer.ok, "the role does not allow it").toBe(false);
            expect(isRefusal(answer), JSON.stringify(answer)).toBe(true);
          }
        });
      }
    } else {
      test.concurrent("another workspace's customer, or a stranger, reaches nothing", async () => {
        const headers = its.by === "customer" ? await customerOfOurs() : new Headers();
        const answer = await call(path, inputOf(its), headers);
        showsNothing(answer);
        if (its.refuses) expect(isRefusal(answer), JSON.stringify(answer)).toBe(true);
      });
    }
  });
}

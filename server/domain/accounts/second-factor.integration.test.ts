import { hash } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import { afterEach, describe, expect, test } from "vitest";
import { openSession } from "@/server/domain/sessions/open-session";
import type { AccountActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { checkSecondFactor } from "./check-second-factor";
import { confirmTotp } from "./confirm-totp";
import { disableTotp } from "./disable-totp";
import { securityOf } from "./queries";
import { renewRecoveryCodes } from "./renew-recovery-codes";
import { startTotp } from "./start-totp";

const password = "seven green bicycles";
const realNow = clock.now;
let people = 0;

afterEach(() => {
  clock.now = realNow;
});

async function person(more: { isDemo?: boolean; passwordHash?: null } = {}): Promise<AccountActor> {
  people += 1;
  const user = await db.user.create({
    data: {
      email: `bob${people}@example.com`,
      name: "Bob",
      passwordHash: await hash(password),
      emailVerifiedAt: new Date(),
      ...more,
    },
  });
  const sessionId = await openSession(user.id, { ip: "203.0.113.5", userAgent: "test" });
  return { kind: "account", userId: user.id, sessionId, workspaceId: null };
}

const userOf = (actor: AccountActor) => db.user.findUniqueOrThrow({ where: { id: actor.userId } });
const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** The person with two-factor login on, whose last taken code is of `start`. */
async function protectedPerson() {
  const start = new Date("2026-05-05T10:00:05Z");
  clock.now = () => start;
  const actor = await person();
  const started = await startTotp(actor, { password });
  if (!started.ok) throw new Error(started.reason);
  const confirmed = await confirmTotp(actor, { code: codeAt(started.secret, start) });
  if (!confirmed.ok) throw new Error(confirmed.reason);
  const check = async (code: string) => checkSecondFactor(await userOf(actor), code);
  return { actor, start, secret: started.secret, codes: confirmed.recoveryCodes, check };
}

describe("switching it on", () => {
  test("needs a right code, hands out ten recovery codes and keeps no secret in the clear", async () => {
    const actor = await person();
    expect(await confirmTotp(actor, { code: "123456" })).toEqual({ ok: false, reason: "not_started" });
    const started = await startTotp(actor, { password });
    if (!started.ok) throw new Error(started.reason);
    expect(started.svg).toMatch(/^<svg/);
    expect(await confirmTotp(actor, { code: "abc" })).toEqual({ ok: false, reason: "wrong_code" });
    expect((await userOf(actor)).totpEnabledAt).toBeNull();
    const code = codeAt(started.secret, new Date());
    const results = await Promise.all([confirmTotp(actor, { code }), confirmTotp(actor, { code })]);
    const confirmed = results.filter((result) => result.ok);
    expect(confirmed).toHaveLength(1);
    expect(new Set(confirmed[0]?.recoveryCodes).size).toBe(10);
    expect((await userOf(actor)).totpSecret).not.toContain(started.secret);
    const kept = JSON.stringify(await db.recoveryCode.findMany({ where: { userId: actor.userId } }));
    for (const recovery of confirmed[0]?.recoveryCodes ?? []) {
      expect(kept).not.toContain(recovery.replaceAll("-", ""));
    }
    expect(await startTotp(actor, { password })).toEqual({ ok: false, reason: "already_enabled" });
    expect(await securityOf(actor)).toMatchObject({ totp: { recoveryCodesLeft: 10 } });
  });

  test("is not for the demo's shared account", async () => {
    const demo = await person({ isDemo: true });
    expect(await startTotp(demo, { password })).toEqual({ ok: false, reason: "demo_account" });
  });

  test("needs the password of who has one", async () => {
    const refused = { ok: false, reason: "wrong_password" };
    const actor = await person();
    for (const typed of ["wrong", ""]) expect(await startTotp(actor, { password: typed })).toEqual(refused);
    expect((await userOf(actor)).totpSecret).toBeNull();
    expect(await startTotp(await person({ passwordHash: null }), { password: "" })).toMatchObject({
      ok: true,
    });
  });
});

describe("a code", () => {
  test("works once, at most one step early or late", async () => {
    const { start, secret, check } = await protectedPerson();
    const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
    expect(await check(codeAt(secret, start))).toBe(false);
    clock.now = () => at(60);
    expect(await check(codeAt(secret, at(120)))).toBe(false);
    expect(await check(codeAt(secret, at(60)))).toBe(true);
    expect(await check(codeAt(secret, at(60)))).toBe(false);
    expect(await check(codeAt(secret, at(30)))).toBe(false);
    const next = codeAt(secret, at(90));
    const results = await Promise.all([check(next), check(next), check(next)]);
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  test("of recovery works once however it is typed, and only for its user", async () => {
    const { codes, check } = await protectedPerson();
    const other = await protectedPerson();
    const [first = "", second = ""] = codes;
    expect(await other.check(first)).toBe(false);
    const typed = ` ${first.toLowerCase().replaceAll("-", " ")} `;
    const results = await Promise.all([check(typed), check(first), check(first)]);
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await check(second)).toBe(true);
    expect(await check("ZZZZ-ZZZZ-ZZZZ-ZZZZ")).toBe(false);
  });
});

test("new recovery codes and switching off need the password", async () => {
  const { actor, codes, check } = await protectedPerson();
  const refused = { ok: false, reason: "wrong_password" };
  expect(await renewRecoveryCodes(actor, { password: "wrong" })).toEqual(refused);
  expect(await disableTotp(actor, { password: "wrong" })).toEqual(refused);
  const renewed = await renewRecoveryCodes(actor, { password });
  expect(await check(codes[0] ?? "")).toBe(false);
  expect(await check(renewed.ok ? (renewed.recoveryCodes[0] ?? "") : "")).toBe(true);
  expect(await disableTotp(actor, { password })).toEqual({ ok: true });
  expect(await userOf(actor)).toMatchObject({ totpSecret: null, totpEnabledAt: null });
  expect(await db.recoveryCode.count({ where: { userId: actor.userId } })).toBe(0);
  expect(await renewRecoveryCodes(actor, { password })).toEqual({ ok: false, reason: "not_enabled" });
  const letters = await db.mail.findMany({ where: { to: (await userOf(actor)).email } });
  expect(letters.map(({ subject }) => subject)).toEqual([
    "Two-factor authentication is on",
    "Two-factor authentication is off",
  ]);
});

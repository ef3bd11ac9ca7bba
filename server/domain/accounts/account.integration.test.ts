import { beforeEach, describe, expect, test } from "vitest";
import { openSession } from "@/server/domain/sessions/open-session";
import { openSetupCode } from "@/server/domain/workspaces/setup-code";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { changePassword } from "./change-password";
import { checkPassword } from "./check-password";
import { register } from "./register";
import { requestReset } from "./request-reset";
import { resendVerification } from "./resend-verification";
import { resetPassword } from "./reset-password";
import { verifyEmail } from "./verify-email";

const from = { ip: "203.0.113.5", userAgent: "test" };
const password = "seven green bicycles";
let people = 0;
let email: string;

beforeEach(() => {
  people += 1;
  email = `ann${people}@example.com`;
});

const signUp = (more: Partial<Parameters<typeof register>[0]> = {}) =>
  register({ name: "Ann", email, password, locale: "en", ...more }, from);
const lettersTo = (to: string) => db.mail.findMany({ where: { to }, orderBy: { id: "asc" } });
const userNow = () => db.user.findUniqueOrThrow({ where: { email } });

/** The secret of the newest letter's link. */
async function newestToken(): Promise<string> {
  const letter = (await lettersTo(email)).at(-1);
  const token = /token=([\w-]+)/.exec(letter?.text ?? "")?.[1];
  if (!token) throw new Error("The newest letter has no link");
  return token;
}

async function verified(): Promise<AccountActor> {
  await signUp();
  await verifyEmail({ token: await newestToken() });
  const user = await userNow();
  const sessionId = await openSession(user.id, from);
  return { kind: "account", userId: user.id, sessionId, workspaceId: null, from };
}

describe("registering", () => {
  test("makes an account with a workspace of its own, and a letter whose link confirms the address", async () => {
    expect(await signUp()).toEqual({ ok: true });
    const user = await userNow();
    expect(user.emailVerifiedAt).toBeNull();
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    const [member, ...others] = await db.member.findMany({
      where: { userId: user.id },
      include: { workspace: { include: { auditEntries: true } } },
    });
    expect(others).toEqual([]);
    expect(member).toMatchObject({ role: "owner", workspace: { name: "Ann’s workspace" } });
    expect(member?.workspace.auditEntries).toMatchObject([{ action: "workspace.created", actorName: "Ann" }]);
    const token = await newestToken();
    expect(JSON.stringify(await db.accountToken.findMany())).not.toContain(token);
    expect(await verifyEmail({ token })).toEqual({ ok: true, email });
    expect((await userNow()).emailVerifiedAt).not.toBeNull();
  });

  test("speaks the newcomer's language", async () => {
    await signUp({ locale: "ru" });
    expect(await lettersTo(email)).toMatchObject([{ subject: "Подтвердите email", workspaceId: null }]);
  });

  test("refuses passwords that are guessed first, and says why", async () => {
    const weak: [string, string][] = [
      ["short", "too_short"],
      ["x".repeat(257), "too_long"],
      ["password123", "common"],
      ["йцукенгшщз", "common"],
      ["aaaaaaaaaaaa", "guessable"],
      [`${email}1`, "personal"],
    ];
    for (const [given, problem] of weak) {
      const result = await signUp({ password: given });
      expect([given, result]).toEqual([given, { ok: false, problems: [{ field: "password", problem }] }]);
    }
    expect(await db.user.findUnique({ where: { email } })).toBeNull();
  });

  test("with a taken address answers the same, changes nothing and writes to its holder", async () => {
    await verified();
    const before = await userNow();
    expect(await signUp({ name: "Mallory", password: "another long secret" })).toEqual({ ok: true });
    expect(await userNow()).toEqual(before);
    expect((await lettersTo(email)).at(-1)).toMatchObject({ subject: "You already have an account" });
  });

  test("twice with the same password sends the letter again; twice at once makes one account", async () => {
    await Promise.all([signUp(), signUp(), signUp()]);
    const user = await userNow();
    expect(await db.member.count({ where: { userId: user.id } })).toBe(1);
    expect(await signUp()).toEqual({ ok: true });
    expect(await verifyEmail({ token: await newestToken() })).toMatchObject({ ok: true });
  });

  test("lets nobody confirm a password that a stranger chose before them", async () => {
    await signUp({ name: "Mallory", password: "mallory waits patiently" });
    const mallorys = await newestToken();
    await signUp();
    expect(await verifyEmail({ token: mallorys })).toEqual({ ok: false, reason: "expired" });
    expect(await resetPassword({ token: await newestToken(), password })).toEqual({ ok: true, email });
    expect(await checkPassword(email, "mallory waits patiently")).toBeNull();
    expect(await checkPassword(email, password)).not.toBeNull();
  });
});

describe("the setup code", () => {
  test("makes who knows it the owner of the environment's workspace, while it has none", async () => {
    expect(await openSetupCode()).toBeNull();
    const { id: workspaceId } = await db.workspace.create({ data: { name: "Bot", origin: "environment" } });
    const code = (await openSetupCode()) ?? "";
    expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
    const wrong = { ok: false, problems: [{ field: "setupCode", problem: "wrong" }] };
    expect(await signUp({ setupCode: "AAAA-AAAA-AAAA-AAAA" })).toEqual(wrong);

    // A mistyped address cannot be confirmed: the next with the code takes its place.
    await signUp({ setupCode: code, email: `typo-${email}` });
    expect(await signUp({ setupCode: code.toLowerCase().replaceAll("-", " ") })).toEqual({ ok: true });
    const user = await userNow();
    expect(await db.member.findMany({ where: { workspaceId } })).toMatchObject([
      { userId: user.id, role: "owner" },
    ]);
    expect(await db.member.count({ where: { userId: user.id } })).toBe(1);
    expect(await db.auditEntry.count({ where: { workspaceId, action: "workspace.claimed" } })).toBe(2);
    await verifyEmail({ token: await newestToken() });
    expect(await openSetupCode()).toBeNull();
    expect(await signUp({ setupCode: code, email: `late-${email}` })).toEqual(wrong);
  });
});

describe("a letter's link", () => {
  test("works once, even when it is followed several times at the same moment", async () => {
    await signUp();
    const token = await newestToken();
    const results = await Promise.all([1, 2, 3].map(() => verifyEmail({ token })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok)).toEqual([1, 2].map(() => ({ ok: false, reason: "expired" })));
  });

  test("is void when it is old, for another purpose, for another address or made up", async () => {
    await signUp();
    const token = await newestToken();
    expect(await resetPassword({ token, password })).toEqual({ ok: false, reason: "unknown" });
    expect(await verifyEmail({ token: "made-up" })).toEqual({ ok: false, reason: "unknown" });
    expect(await resetPassword({ token: "made-up", password })).toEqual({ ok: false, reason: "unknown" });
    const user = await userNow();
    await db.accountToken.updateMany({ where: { userId: user.id }, data: { email: "old@example.com" } });
    expect(await verifyEmail({ token })).toEqual({ ok: false, reason: "expired" });
    await db.accountToken.updateMany({ where: { userId: user.id }, data: { email, expiresAt: new Date(0) } });
    expect(await verifyEmail({ token })).toEqual({ ok: false, reason: "expired" });
  });

  test("is sent again to who waits for it, and to nobody else; the answer tells nothing", async () => {
    await signUp();
    expect(await resendVerification({ email })).toEqual({ ok: true });
    expect(await verifyEmail({ token: await newestToken() })).toMatchObject({ ok: true });
    for (const address of [email, "nobody@example.com"]) {
      const before = (await lettersTo(address)).length;
      expect(await resendVerification({ email: address })).toEqual({ ok: true });
      expect(await lettersTo(address)).toHaveLength(before);
    }
  });
});

describe("a forgotten password", () => {
  test("is chosen anew by letter, once, and every sign-in ends", async () => {
    const actor = await verified();
    expect(await requestReset({ email })).toEqual({ ok: true });
    const token = await newestToken();
    expect(await resetPassword({ token, password: "password123" })).toEqual({
      ok: false,
      reason: "weak",
      problem: "common",
    });
    const chosen = ["first new password it is", "second new password it is"];
    const results = await Promise.all(chosen.map((fresh) => resetPassword({ token, password: fresh })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await checkPassword(email, chosen[results[0]?.ok ? 0 : 1] ?? "")).not.toBeNull();
    const session = await db.userSession.findUniqueOrThrow({ where: { id: actor.sessionId } });
    expect(session.revokedAt).not.toBeNull();
    expect((await lettersTo(email)).at(-1)).toMatchObject({ subject: "Your password was changed" });
  });

  test("of an unknown address answers the same and sends nothing", async () => {
    expect(await requestReset({ email })).toEqual({ ok: true });
    expect(await lettersTo(email)).toEqual([]);
  });

  test("cannot be asked for the demo's account", async () => {
    await db.user.create({ data: { email, name: "Demo", isDemo: true } });
    await requestReset({ email });
    await signUp();
    expect(await lettersTo(email)).toEqual([]);
  });
});

test("changing the password needs the current one and ends the other sign-ins", async () => {
  const actor = await verified();
  const other = await openSession(actor.userId, from);
  const fresh = "nine yellow umbrellas";
  expect(await changePassword(actor, { current: "wrong", password: fresh })).toEqual({
    ok: false,
    reason: "wrong_password",
  });
  expect(await changePassword(actor, { current: password, password: "1234567890" })).toMatchObject({
    reason: "weak",
  });
  const change = { current: password, password: fresh };
  const results = await Promise.all([changePassword(actor, change), changePassword(actor, change)]);
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, endedSessions: 1 }]);
  const rows = await db.userSession.findMany({ where: { userId: actor.userId } });
  expect(rows.find(({ id }) => id === other)?.revokedAt).not.toBeNull();
  expect(rows.find(({ id }) => id === actor.sessionId)?.revokedAt).toBeNull();
});

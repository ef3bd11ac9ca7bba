import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { linkGoogle } from "./link-google";
import { type GoogleIdentity, signInWithGoogle } from "./sign-in-with-google";
import { unlinkGoogle } from "./unlink-google";

const about = { from: { ip: "203.0.113.5", userAgent: "test" }, locale: "en" as const, next: undefined };
let people = 0;

function identity(more: Partial<GoogleIdentity> = {}): GoogleIdentity {
  people += 1;
  return {
    issuer: "https://accounts.example.com",
    subject: `subject-${people}`,
    email: `Gus${people}@Example.com`,
    emailVerified: true,
    name: "Gus",
    ...more,
  };
}

const account = async (email: string) =>
  db.user.create({ data: { email, name: "Own", passwordHash: await hash("seven green bicycles") } });
const actorOf = (userId: number): AccountActor => ({
  kind: "account",
  userId,
  sessionId: crypto.randomUUID(),
  workspaceId: null,
});

test("a newcomer gets an account with a workspace, once, however often they come", async () => {
  const gus = identity();
  const results = [await signInWithGoogle(gus, about), await signInWithGoogle(gus, about)];
  expect(results).toMatchObject([
    { ok: true, user: { email: gus.email.toLowerCase(), name: "Gus", passwordHash: null } },
    { ok: true },
  ]);
  const users = await db.user.findMany({
    where: { email: gus.email.toLowerCase() },
    include: { memberships: true },
  });
  expect(users).toMatchObject([{ memberships: [{ role: "owner" }] }]);
  expect(users[0]?.emailVerifiedAt).not.toBeNull();
});

test("twice at the same moment is one account too", async () => {
  const gus = identity();
  await Promise.all([signInWithGoogle(gus, about), signInWithGoogle(gus, about)]);
  expect(await db.member.count({ where: { user: { email: gus.email.toLowerCase() } } })).toBe(1);
  expect(await signInWithGoogle(gus, about)).toMatchObject({ ok: true });
});

test("an address that Google has not confirmed signs nobody in", async () => {
  const gus = identity({ emailVerified: false });
  expect(await signInWithGoogle(gus, about)).toEqual({ ok: false, reason: "email_unverified" });
  expect(await db.user.count({ where: { email: gus.email.toLowerCase() } })).toBe(0);
});

test("an account that exists is joined by its holder only, and never to two", async () => {
  const gus = identity();
  const user = await account(gus.email.toLowerCase());
  expect(await signInWithGoogle(gus, about)).toEqual({ ok: false, reason: "not_linked" });
  expect(await linkGoogle(user.id, identity({ emailVerified: false }))).toEqual({
    ok: false,
    reason: "email_unverified",
  });
  expect(await linkGoogle(user.id, gus)).toEqual({ ok: true });
  expect(await linkGoogle(user.id, gus)).toEqual({ ok: true });
  expect(await linkGoogle(user.id, identity())).toEqual({ ok: false, reason: "has_another" });
  const stranger = await account(`stranger${people}@example.com`);
  expect(await linkGoogle(stranger.id, gus)).toEqual({ ok: false, reason: "taken" });
  expect(await signInWithGoogle(gus, about)).toMatchObject({ ok: true, user: { id: user.id } });
  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
  expect(await signInWithGoogle(gus, about)).toEqual({ ok: false, reason: "disabled" });
});

test("is taken away by who types their password, and by nobody else", async () => {
  const gus = identity();
  const signedIn = await signInWithGoogle(gus, about);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  const typed = { password: "seven green bicycles" };
  const without = unlinkGoogle(actorOf(signedIn.user.id), typed);
  expect(await without).toEqual({ ok: false, reason: "no_password" });
  const user = await account(`own${people}@example.com`);
  await linkGoogle(user.id, identity());
  const wrong = await unlinkGoogle(actorOf(user.id), { password: "not this one" });
  expect(wrong).toEqual({ ok: false, reason: "wrong_password" });
  expect(await db.userIdentity.count({ where: { userId: user.id } })).toBe(1);
  const twice = await Promise.all([1, 2].map(() => unlinkGoogle(actorOf(user.id), typed)));
  expect(twice).toEqual([{ ok: true }, { ok: true }]);
  expect(await db.userIdentity.count({ where: { userId: user.id } })).toBe(0);
});

test("the demo's account is joined to nobody's", async () => {
  const demo = await db.user.create({ data: { email: "demo@example.com", name: "Demo", isDemo: true } });
  expect(await linkGoogle(demo.id, identity())).toEqual({ ok: false, reason: "demo_account" });
});

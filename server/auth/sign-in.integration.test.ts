import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test } from "vitest";
import { authSecret } from "@/server/auth/auth-secret";
import { googleTicket } from "@/server/auth/google-ticket";
import { memberActor } from "@/server/auth/member-actor";
import { SESSION_COOKIE } from "@/server/auth/session-cookie";
import { signIn } from "@/server/auth/sign-in";
import { openSession } from "@/server/domain/sessions/open-session";
import { revokeSession } from "@/server/domain/sessions/revoke-session";
import { seal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

const password = "correct horse";
let owner: { id: number };
let workspaceId: number;
let addresses = 0;

beforeAll(async () => {
  const passwordHash = await hash(password);
  const workspace = await db.workspace.create({ data: { name: "Ours" } });
  const other = await db.workspace.create({ data: { name: "Theirs" } });
  workspaceId = workspace.id;
  owner = await db.user.create({
    data: { email: "owner@example.com", name: "Owner", passwordHash, emailVerifiedAt: new Date() },
  });
  const demo = await db.user.create({
    data: { email: env.DEMO_EMAIL, name: "Demo", passwordHash, isDemo: true },
  });
  for (const user of [owner, demo]) {
    await db.member.create({ data: { workspaceId: workspace.id, userId: user.id, role: "owner" } });
  }
  for (const { id, name } of [workspace, other]) {
    await db.resource.create({
      data: {
        workspaceId: id,
        provider: "telegram",
        name: `${name}' bot`,
        credentials: "sealed",
        accountKey: name,
      },
    });
    await db.alert.create({ data: { workspaceId: id, code: "model_failed", detail: name } });
  }
});

/** A browser of its own, so that no test uses up another's attempts. */
function browser(more: Record<string, string> = {}): Headers {
  addresses += 1;
  return new Headers({ "x-client-address": `203.0.113.${addresses}`, "user-agent": "test", ...more });
}

async function cookieOf(session: Awaited<ReturnType<typeof signIn>>): Promise<Headers> {
  if (!session) throw new Error("Nobody signed in");
  const token = await encode({
    token: { sub: session.id, sessionId: session.sessionId },
    secret: authSecret("browser-session"),
  });
  return new Headers({ cookie: `theme=dark; ${SESSION_COOKIE}=${token}` });
}

const right = { email: " Owner@Example.com ", password };

describe("signing in", () => {
  test("opens a session row whose cookie proves the member", async () => {
    const session = await signIn(right, browser());
    const actor = await memberActor(await cookieOf(session));
    expect(actor).toMatchObject({ kind: "member", workspaceId, userId: owner.id, role: "owner" });
    const row = await db.userSession.findUniqueOrThrow({ where: { id: session?.sessionId } });
    expect(row).toMatchObject({ userId: owner.id, revokedAt: null, userAgent: "test" });
    expect(row.ip).toMatch(/^203\.0\.113\./);
  });

  test("a wrong password, an unknown address and a disabled account look the same", async () => {
    await db.user.create({
      data: {
        email: "gone@example.com",
        name: "Gone",
        passwordHash: await hash(password),
        disabledAt: new Date(),
      },
    });
    expect(await signIn({ ...right, password: "wrong" }, browser())).toBeNull();
    expect(await signIn({ email: "nobody@example.com", password }, browser())).toBeNull();
    expect(await signIn({ email: "gone@example.com", password }, browser())).toBeNull();
    expect(await signIn({ email: ["x"], password: 1 }, browser())).toBeNull();
    expect(await signIn(undefined, browser())).toBeNull();
  });

  test("a surprise is told by no word of its own", async () => {
    // Postgres refuses NUL; the error's message quotes our source.
    const nul = signIn({ email: "a\u0000b@example.com", password }, browser());
    await expect(nul).rejects.toThrow(/^unavailable$/);
  });

  test("is slowed down after eight failures from one address, and only there", async () => {
    const attacker = browser();
    for (let index = 0; index < 8; index += 1)
      expect(await signIn({ ...right, password: "no" }, attacker)).toBeNull();
    await expect(signIn(right, attacker)).rejects.toThrow(/^rate_limited:\d+$/);
    expect(await signIn(right, browser())).not.toBeNull();
  });

  test("a success forgets the failures before it", async () => {
    const clumsy = browser();
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 6; index += 1) await signIn({ ...right, password: "no" }, clumsy);
      expect(await signIn(right, clumsy)).not.toBeNull();
    }
  });
});

describe("before the address is confirmed", () => {
  test("the right password is told so, a wrong one is not", async () => {
    const email = "new@example.com";
    await db.user.create({ data: { email, name: "New", passwordHash: await hash(password) } });
    await expect(signIn({ email, password }, browser())).rejects.toThrow("email_unverified");
    expect(await signIn({ email, password: "wrong" }, browser())).toBeNull();
  });
});

describe("with a second factor", () => {
  const email = "careful@example.com";
  const secret = new Secret({ size: 20 }).base32;
  const code = (stepsAhead: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * 30_000 });
  let userId: number;

  beforeAll(async () => {
    const now = new Date();
    const passwordHash = await hash(password);
    const data = { email, name: "Careful", passwordHash, emailVerifiedAt: now, totpEnabledAt: now };
    ({ id: userId } = await db.user.create({ data }));
    const totpSecret = seal(secret, `user:${userId}`);
    await db.user.update({ where: { id: userId }, data: { totpSecret } });
  });

  test("the password alone is not enough, a wrong password learns nothing of it", async () => {
    await expect(signIn({ email, password }, browser())).rejects.toThrow("totp_required");
    expect(await signIn({ email, password: "wrong", code: code(0) }, browser())).toBeNull();
    expect(await signIn({ email, password, code: code(0) }, browser())).not.toBeNull();
    await expect(signIn({ email, password, code: code(0) }, browser())).rejects.toThrow("totp_wrong");
  });

  test("a Google sign-in brings a ticket, which is worth nothing without a code", async () => {
    const ticket = await googleTicket(userId);
    await expect(signIn({ ticket }, browser())).rejects.toThrow("totp_required");
    await expect(signIn({ ticket: `${ticket}x`, code: code(1) }, browser())).rejects.toThrow(
      "ticket_expired",
    );
    expect(await signIn({ ticket, code: code(1) }, browser())).toMatchObject({ id: String(userId) });
  });

  test("wrong codes are limited wherever they come from", async () => {
    const tries: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      tries.push(await signIn({ email, password, code: "000000" }, browser()).then(String, (e) => e.message));
    }
    expect(tries.at(-1)).toMatch(/^rate_limited:\d+$/);
  });
});

describe("the demo's user", () => {
  const byPassword = { email: env.DEMO_EMAIL, password };

  test("signs in on this machine only, by button or password", async () => {
    for (const way of [{ demo: "1" }, byPassword]) {
      expect(await signIn(way, browser())).toBeNull();
      expect(await signIn(way, browser({ "x-peer-loopback": "1" }))).not.toBeNull();
    }
  });

  test("has a cookie that is worth nothing elsewhere, or once the demo is off", async () => {
    const headers = await cookieOf(await signIn({ demo: "1" }, browser({ "x-peer-loopback": "1" })));
    await expect(memberActor(headers)).rejects.toMatchObject({ reason: "login_required" });
    headers.set("x-peer-loopback", "1");
    expect((await memberActor(headers)).role).toBe("owner");
    env.DEMO = false;
    await expect(memberActor(headers)).rejects.toMatchObject({ reason: "login_required" });
    env.DEMO = true;
  });
});

describe("a session", () => {
  test("ends when it is revoked, expires, or its user is disabled", async () => {
    const expectEnded = async (end: (sessionId: string) => Promise<unknown>) => {
      const session = await signIn(right, browser());
      const headers = await cookieOf(session);
      await memberActor(headers);
      await end(session?.sessionId ?? "");
      await expect(memberActor(headers)).rejects.toMatchObject({ reason: "login_required" });
    };
    await expectEnded((id) => revokeSession(id));
    await expectEnded((id) => db.userSession.update({ where: { id }, data: { expiresAt: new Date(0) } }));
    await expectEnded(() => db.user.update({ where: { id: owner.id }, data: { disabledAt: new Date() } }));
    await db.user.update({ where: { id: owner.id }, data: { disabledAt: null } });
  });

  test("is proven by nothing but its own cookie", async () => {
    const session = await signIn(right, browser());
    const cookie = (await cookieOf(session)).get("cookie") ?? "";
    const jwt = cookie.split("=").at(-1) ?? "";
    for (const headers of [
      new Headers(),
      new Headers({ authorization: `Bearer ${jwt}` }),
      new Headers({ cookie: cookie.slice(0, -4) }),
      new Headers({ cookie: `${SESSION_COOKIE}=` }),
    ]) {
      await expect(memberActor(headers)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });
});

test("somebody in two workspaces looks at the one they chose, while they are in it", async () => {
  const second = await db.workspace.create({ data: { name: "Second" } });
  await db.member.create({ data: { workspaceId: second.id, userId: owner.id, role: "manager" } });
  const headers = await cookieOf(await signIn(right, browser()));
  const call = () => createCaller(createContext(headers)).account;
  expect(await memberActor(headers)).toMatchObject({ workspaceId, role: "owner" });
  expect(await call().switchWorkspace({ workspaceId: 999_999 })).toEqual({
    ok: false,
    reason: "not_a_member",
  });
  expect(await call().switchWorkspace({ workspaceId: second.id })).toEqual({ ok: true });
  expect(await memberActor(headers)).toMatchObject({ workspaceId: second.id, role: "manager" });
  expect(await call().workspaces()).toMatchObject([
    { name: "Ours", current: false },
    { name: "Second", current: true },
  ]);
  await db.member.delete({ where: { workspaceId_userId: { workspaceId: second.id, userId: owner.id } } });
  expect(await memberActor(headers)).toMatchObject({ workspaceId });
});

test("somebody in no workspace is known all the same, and can make one", async () => {
  const email = "lonely@example.com";
  const data = { email, name: "Lonely", passwordHash: await hash(password), emailVerifiedAt: new Date() };
  await db.user.create({ data });
  const headers = await cookieOf(await signIn({ email, password }, browser()));
  await expect(memberActor(headers)).rejects.toMatchObject({ code: "unauthenticated" });
  const account = createCaller(createContext(headers)).account;
  expect(await account.workspaces()).toEqual([]);
  const made = await account.addWorkspace({ name: "Mine" });
  expect(await memberActor(headers)).toMatchObject({
    workspaceId: made.ok ? made.workspaceId : 0,
    role: "owner",
  });
});

test("one ends their own sign-ins one by one or all others, and nobody else's", async () => {
  const [mine, other, third] = [
    await signIn(right, browser()),
    await signIn(right, browser()),
    await signIn(right, browser()),
  ];
  const headers = await cookieOf(mine);
  const { account } = createCaller(createContext(headers));
  const stranger = await db.user.create({ data: { email: "stranger@example.com", name: "Stranger" } });
  const theirs = await openSession(stranger.id, { ip: null, userAgent: null });
  const isLive = async (id = "") =>
    (await db.userSession.findUniqueOrThrow({ where: { id } })).revokedAt === null;
  await account.endSession({ sessionId: theirs });
  await account.endSession({ sessionId: other?.sessionId ?? "" });
  expect([await isLive(theirs), await isLive(other?.sessionId)]).toEqual([true, false]);
  await account.endOtherSessions();
  expect([await isLive(third?.sessionId), await isLive(mine?.sessionId), await isLive(theirs)]).toEqual([
    false,
    true,
    true,
  ]);
  const { sessions } = await account.security();
  expect(sessions).toMatchObject([{ id: mine?.sessionId, current: true }]);
});

test("a member sees their own workspace's resources and alerts, without credentials", async () => {
  const caller = createCaller(createContext(await cookieOf(await signIn(right, browser()))));
  const resources = await caller.resources.list();
  expect(resources.map(({ name }) => name)).toEqual(["Ours' bot"]);
  expect(JSON.stringify(resources)).not.toContain("sealed");
  expect(await caller.resources.alerts()).toMatchObject([{ code: "model_failed", detail: "Ours" }]);
  await expect(createCaller(createContext(new Headers())).resources.list()).rejects.toMatchObject({
    code: "UNAUTHORIZED",
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verify } from "@node-rs/argon2";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unseal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { type SeedSettings, seedDatabase } from "./seed-database";

let folder: string;
let settings: SeedSettings;
const realToken = `123456:${"a".repeat(35)}`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "seed-"));
  settings = { ...env, DEMO: true, DEMO_EMAIL: "demo@example.com", DEMO_PASSWORD: "first-password" };
  await db.workspace.deleteMany();
  await db.user.deleteMany();
  await db.installationFact.deleteMany();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(settings.DATA_DIR, "knowledge"), { recursive: true, force: true });
});

const seed = (change: Partial<SeedSettings> = {}) => seedDatabase({ ...settings, ...change }, folder);
const workspace = (origin: "demo" | "environment") =>
  db.workspace.findFirstOrThrow({
    where: { origin },
    include: { resources: { orderBy: { id: "asc" } }, contacts: true, sources: true, passages: true },
  });

test("the demo stands after the first seed and is the same after the second", async () => {
  expect(await seed()).toEqual([]);
  const first = await workspace("demo");
  expect(first.resources).toMatchObject([
    {
      provider: "telegram",
      world: "simulator",
      state: "active",
      settings: { managerGroupIds: ["-1007000000100"], adminIds: ["8100000001"] },
    },
    {
      provider: "kchat",
      world: "simulator",
      state: "active",
      account: { id: "-1958043112657940481" },
      settings: { healthCheckGroupId: "-1:1958043112657940993" },
    },
  ]);
  expect(first.contacts.map(({ externalId, role }) => [externalId, role])).toEqual([
    ["8100000001", "admin"],
    ["8100000002", "manager"],
    ...["8200000011", "8200000012", "8200000013", "8200000014"].map((id) => [id, "client"]),
    ["7000000009", "broadcast_bot"],
  ]);
  const [resource, kchat] = first.resources;
  const opened = unseal(resource?.credentials ?? "", `${first.id}:${resource?.id}`);
  expect(JSON.parse(opened)).toEqual({ token: ensureSecrets(env.DATA_DIR).demoBotToken });
  const openedToo = unseal(kchat?.credentials ?? "", `${first.id}:${kchat?.id}`);
  expect(JSON.parse(openedToo)).toEqual({ token: ensureSecrets(env.DATA_DIR).demoKchatToken });
  const passages = (language: string) => first.passages.filter((passage) => passage.language === language);
  expect(passages("ru").length).toBeGreaterThan(15);
  expect(passages("ru").length).toBe(passages("en").length);

  expect(await seed()).toEqual([]);
  expect(await workspace("demo")).toEqual({
    ...first,
    resources: [resource, kchat].map((one) => ({ ...one, updatedAt: expect.any(Date) })),
  });
  expect(await db.user.count()).toBe(1);
});

test("seeds that start together make one demo", async () => {
  await Promise.all([seed(), seed(), seed()]);
  expect(await db.workspace.count()).toBe(1);
});

test("the demo login follows the environment", async () => {
  await seed();
  await seed({ DEMO_EMAIL: "Other@example.com", DEMO_PASSWORD: "second-password" });
  const users = await db.user.findMany();
  expect(users).toMatchObject([{ email: "other@example.com", isDemo: true, disabledAt: null }]);
  expect(await verify(users[0]?.passwordHash ?? "", "second-password")).toBe(true);
});

test("a real account keeps its e-mail", async () => {
  await db.user.create({ data: { email: "demo@example.com", name: "Real" } });
  expect(await seed()).toEqual([
    "DEMO_EMAIL should be an address no account has yet: demo@example.com is taken.",
  ]);
  expect(await db.user.findMany()).toMatchObject([{ name: "Real", isDemo: false }]);
});

test("DEMO=0 makes no demo, and puts one that was there to rest until it is wanted again", async () => {
  await seed({ DEMO: false });
  expect(await db.workspace.count()).toBe(0);
  await seed();
  const user = await db.user.findFirstOrThrow();
  await db.userSession.create({ data: { userId: user.id, expiresAt: new Date(Date.now() + 60_000) } });
  await seed({ DEMO: false });
  expect((await workspace("demo")).resources).toMatchObject([{ state: "paused" }, { state: "paused" }]);
  expect((await db.user.findFirstOrThrow()).disabledAt).not.toBeNull();
  expect((await db.userSession.findFirstOrThrow()).revokedAt).not.toBeNull();
  await seed();
  expect((await workspace("demo")).resources).toMatchObject([{ state: "active" }, { state: "active" }]);
  expect((await db.user.findFirstOrThrow()).disabledAt).toBeNull();
});

test("demo bots that somebody paused stay paused over a restart", async () => {
  await seed();
  await db.resource.updateMany({ data: { state: "paused" } });
  await seed();
  expect((await workspace("demo")).resources).toMatchObject([{ state: "paused" }, { state: "paused" }]);
});

test("the environment's bot gets a workspace of its own, also without the demo", async () => {
  const bot = { TELEGRAM_BOT_TOKEN: realToken, MANAGER_GROUP_CHAT_ID: "-1001", ADMIN_USER_ID: "11, 12" };
  expect(await seed({ DEMO: false, ...bot })).toEqual([]);
  const first = await workspace("environment");
  expect(first.resources).toMatchObject([
    { world: "service", state: "active", settings: { managerGroupIds: ["-1001"], adminIds: ["11", "12"] } },
  ]);

  // The group got a new id, the token was renewed at BotFather: one resource, and the new group stays.
  const [resource] = first.resources;
  const moved = { managerGroupIds: ["-1002"], adminIds: ["11", "12"] };
  await db.resource.update({
    where: { id: resource?.id ?? 0 },
    data: { settings: moved, state: "error", errorCode: "x" },
  });
  const renewed = `123456:${"b".repeat(35)}`;
  await seed({ DEMO: false, ...bot, TELEGRAM_BOT_TOKEN: renewed });
  const second = await workspace("environment");
  expect(second.resources).toMatchObject([
    { id: resource?.id, state: "active", errorCode: null, settings: moved },
  ]);
  expect(unseal(second.resources[0]?.credentials ?? "", `${second.id}:${resource?.id}`)).toContain(renewed);

  await seed({ DEMO: false, ...bot, TELEGRAM_BOT_TOKEN: `777777:${"c".repeat(35)}` });
  expect((await workspace("environment")).resources).toMatchObject([
    { state: "paused" },
    { state: "active" },
  ]);
  await seed({ DEMO: false });
  expect((await workspace("environment")).resources).toMatchObject([
    { state: "paused" },
    { state: "paused" },
  ]);
  await seed({ DEMO: false, ...bot });
  expect((await workspace("environment")).resources).toMatchObject([
    { state: "active" },
    { state: "paused" },
  ]);
  await seed({ DEMO: false, ...bot, MANAGER_GROUP_CHAT_ID: "-1001, -1005" });
  expect((await workspace("environment")).resources[0]).toMatchObject({
    settings: { managerGroupIds: ["-1001", "-1005"] },
  });
});

test("the environment's KChat bot is one resource however its token is called, and rests while nobody names it", async () => {
  const first = `BOT-${crypto.randomUUID()}`;
  const named = { DEMO: false, BOT_TOKEN: first, HEALTH_CHECK_GROUP_ID: "4711" };
  expect(await seed(named)).toEqual([]);
  const kchat = async () => {
    const { id, resources } = await workspace("environment");
    const [resource, ...others] = resources;
    expect(others).toEqual([]);
    return { ...resource, opened: unseal(resource?.credentials ?? "", `${id}:${resource?.id}`) };
  };
  expect(await kchat()).toMatchObject({
    ...{ provider: "kchat", world: "service", state: "active" },
    settings: { healthCheckGroupId: "-1:4711" },
  });
  expect(await workspace("environment")).toMatchObject({ locale: "ru", timeZone: "Europe/Moscow" });
  // A live look told which bot it is; a year later its token is another.
  await db.resource.updateMany({ data: { accountKey: "told", state: "error", errorCode: "token_invalid" } });
  const renewed = `BOT-${crypto.randomUUID()}`;
  await seed({ ...named, BOT_TOKEN: renewed });
  const second = await kchat();
  expect(second).toMatchObject({ state: "active", errorCode: null, accountKey: "told" });
  expect(second.opened).toContain(renewed);
  await seed({ DEMO: false });
  expect(await kchat()).toMatchObject({ state: "paused" });
  await seed({ ...named, BOT_TOKEN: renewed });
  expect(await kchat()).toMatchObject({ state: "active" });
  await db.resource.updateMany({ data: { state: "paused" } });
  await seed({ ...named, BOT_TOKEN: renewed });
  expect(await kchat()).toMatchObject({ state: "paused" });
});

test("a bot that another workspace holds stays there", async () => {
  await seed({ TELEGRAM_BOT_TOKEN: realToken });
  const other = await db.workspace.create({ data: { name: "Other" } });
  await db.resource.updateMany({ where: { world: "service" }, data: { workspaceId: other.id } });
  expect(await seed({ TELEGRAM_BOT_TOKEN: realToken })).toEqual([
    "The bot of TELEGRAM_BOT_TOKEN is connected in another workspace already; it stays there.",
  ]);
});

test("what config/meeting.json says wrong is told in one line each", async () => {
  mkdirSync(join(folder, "config"));
  const messages = { greeting: "{fio}, {name}!", hello: "x" };
  writeFileSync(join(folder, "config", "meeting.json"), JSON.stringify({ messages }));
  expect(await seed()).toEqual([
    "config/meeting.json: {name} in “greeting” stands for nothing; known are {fio}.",
    expect.stringMatching(/^config\/meeting\.json: there is no text “hello”/),
  ]);
});

test("texts of the folders are knowledge, follow their files, and bad ones are told in one line", async () => {
  const knowledge = join(settings.DATA_DIR, "knowledge");
  mkdirSync(join(knowledge, "more"), { recursive: true });
  writeFileSync(
    join(folder, "company_context.txt"),
    "ФИРМА — прокат лодок. База знаний.\n\n- Лодка стоит 5 евро.",
  );
  writeFileSync(join(knowledge, "more", "hours.md"), "# Opening hours\n\n- We open at nine.");
  writeFileSync(join(knowledge, "picture.png"), "not a text");
  writeFileSync(join(knowledge, "broken.txt"), Buffer.from([0xff, 0xfe, 0xff]));
  const problems = await seed({ TELEGRAM_BOT_TOKEN: realToken });
  expect(problems).toEqual([
    `${join(knowledge, "broken.txt")} is not UTF-8 text, so the assistant does not use it.`,
  ]);
  const first = await workspace("environment");
  expect(first.sources.map(({ origin, title, language }) => [origin, title, language]).sort()).toEqual([
    ["company_context.txt", "ФИРМА — прокат лодок", "ru"],
    ["knowledge/more/hours.md", "Opening hours", "en"],
  ]);

  writeFileSync(join(knowledge, "more", "hours.md"), "# Opening hours\n\n- We open at ten.");
  rmSync(join(folder, "company_context.txt"));
  const typed = { workspaceId: first.id, title: "Typed", language: "en", text: "x", contentHash: "x" };
  await db.knowledgeSource.create({ data: typed });
  await seed({ TELEGRAM_BOT_TOKEN: realToken });
  const second = await workspace("environment");
  expect(second.sources.map(({ title }) => title).sort()).toEqual(["Opening hours", "Typed"]);
  expect(second.passages.map(({ text }) => text)).toEqual(["- We open at ten."]);
  expect(second.knowledgeRevision).toBe(first.knowledgeRevision + 1);
});

test("keys that are not those of the database stop the start before anything is changed", async () => {
  await db.installationFact.create({ data: { key: "encryption_keys", value: "0123456789abcdef" } });
  expect(await seed()).toBeNull();
  expect(await db.workspace.count()).toBe(0);
});

test("organisers named in the environment and its file are there once, bad lines are told by number", async () => {
  const file = join(folder, "admins.txt");
  writeFileSync(
    file,
    "\u{feff}# Organisers\nИванов И.И. | ivanov@company.ru | 8 916 123-45-67\n\nПетров | petrov@\nboss@company.ru\n",
  );
  const named = {
    MEETING_ADMINS: "admin1@company.ru; Сидоров С.С.|Sidorov@company.ru;nobody",
    MEETING_ADMINS_FILE: "admins.txt",
  };
  const problems = [
    "MEETING_ADMINS, entry 3 has neither an e-mail address nor a phone number: “nobody”.",
    "admins.txt, line 4 has no valid e-mail address: “Петров | petrov@”.",
  ];
  expect(await seed(named)).toEqual(problems);
  expect(await seed(named)).toEqual(problems);
  const { id: workspaceId } = await workspace("demo");
  const organisers = () =>
    db.meetingPerson.findMany({ where: { isOrganiser: true }, orderBy: { email: "asc" } });
  expect(await organisers()).toMatchObject([
    { workspaceId, email: "admin1@company.ru", fullName: "" },
    { email: "boss@company.ru" },
    { email: "ivanov@company.ru", fullName: "Иванов И.И.", phone: "79161234567" },
    // The demo's own, who plays in the simulator's KChat.
    { workspaceId, email: "olga.vetrova@example.com", fullName: "Ветрова Ольга Игоревна" },
    { email: "sidorov@company.ru", fullName: "Сидоров С.С." },
  ]);
  await seed({ TELEGRAM_BOT_TOKEN: realToken, MEETING_ADMINS: "admin1@company.ru" });
  const own = await workspace("environment");
  expect((await organisers()).filter((one) => one.workspaceId === own.id)).toHaveLength(1);
  expect(await seed({ MEETING_ADMINS_FILE: "missing.txt" })).toEqual([
    "MEETING_ADMINS_FILE cannot be read: missing.txt",
  ]);
});

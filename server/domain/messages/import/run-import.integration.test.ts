import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { db, pool } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { openSource } from "./open-source";
import { type ImportProgress, runImport } from "./run-import";

let bots = 0;
async function firm() {
  bots += 1;
  const workspaceId = await makeCompany(`Flowers ${bots}`);
  const bot = { token: `${8100 + bots}:${"b".repeat(35)}`, username: `flowers${bots}` };
  return { workspaceId, resourceId: await connectBot(workspaceId, bot) };
}

async function run(
  from: string,
  place: { workspaceId?: number; resourceId?: number },
  onProgress: (progress: ImportProgress) => void = () => undefined,
) {
  const opened = await openSource(from);
  if (!opened.ok) throw new Error(opened.reason);
  try {
    return await runImport(opened.source, place, onProgress);
  } finally {
    await opened.source.close();
  }
}

/** Dies after so many batches, as a process that is killed does: what was committed stays. */
async function runAndDie(from: string, place: object, batches: number): Promise<void> {
  let committed = 0;
  const die = () => {
    committed += 1;
    if (committed === batches) throw new Error("killed");
  };
  await expect(run(from, place, die)).rejects.toThrow("killed");
}

const folder = mkdtempSync(join(tmpdir(), "assistchat-import-"));
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};
const messagesOf = (workspaceId: number) =>
  db.hubMessage.findMany({
    where: { workspaceId },
    orderBy: { id: "asc" },
    include: { chat: true, contact: true, replyTo: true, attachments: true, analysis: true },
  });

afterAll(() => realtime.stop());

describe("Telegram Desktop's export", () => {
  const said = (id: number, more: object) => ({
    id,
    type: "message",
    date: "2024-03-05T10:00:00",
    date_unixtime: String(1_709_629_200 + id),
    from: "Анна",
    from_id: "user501",
    text: "",
    text_entities: [],
    ...more,
  });
  const group = (messages: unknown[]) => ({
    name: "Цветы оптом",
    type: "private_supergroup",
    id: 1_234_567_890,
    messages,
  });

  test("a chat with every kind of message; what cannot be read is named, a second run adds nothing", async () => {
    const place = await firm();
    const path = file(
      "single.json",
      group([
        {
          id: 1,
          type: "service",
          date: "2024-03-05T09:00:00",
          date_unixtime: "1709629100",
          actor: "Анна",
          actor_id: "user501",
          action: "invite_members",
          members: ["Борис"],
          text: "",
        },
        said(2, {
          text: [
            "Есть ",
            { type: "bold", text: "пионы" },
            "? ",
            { type: "text_link", text: "тут", href: "https://a.b" },
          ],
        }),
        said(3, {
          from: "Борис",
          from_id: "user502",
          reply_to_message_id: 2,
          text: "Да",
          edited: "2024-03-05T10:05:00",
          edited_unixtime: "1709629500",
        }),
        said(4, {
          photo: "photos/photo_1.jpg",
          width: 100,
          height: 50,
          forwarded_from: "Опт",
          text: "Прайс",
        }),
        said(5, {
          file: "(File not included. Change data exporting settings to download.)",
          media_type: "voice_message",
          mime_type: "audio/ogg",
          duration_seconds: 4,
        }),
        said(6, { location_information: { latitude: 44.8, longitude: 20.4 } }),
        said(7, { poll: { question: "Когда?", closed: false, total_voters: 0, answers: [] } }),
        said(8, { from: "Новости", from_id: "channel77", text: "Акция" }),
        { id: 9, type: "message", from: "Анна" },
        said(10, { date: "yesterday", date_unixtime: undefined, text: "?" }),
        { ...said(11, { text: "Без времени", date: "2024-07-01T12:00:00" }), date_unixtime: undefined },
      ]),
    );
    const outcome = await run(path, place);
    expect(outcome).toMatchObject({
      ok: true,
      imported: 9,
      bad: 2,
      named: [
        { where: "chat “Цветы оптом”, message 9" },
        { where: "chat “Цветы оптом”, message 10", why: "date: “yesterday” is no date" },
      ],
    });
    const [joined, asked, replied, photo, voice, where, poll, channel, wall] = await messagesOf(
      place.workspaceId,
    );
    expect(joined).toMatchObject({ type: "service", text: "Борис joined the chat", externalId: "1" });
    expect(joined?.chat).toMatchObject({
      externalId: "-1001234567890",
      type: "supergroup",
      title: "Цветы оптом",
    });
    expect(asked).toMatchObject({
      text: "Есть пионы? тут",
      entities: [
        { type: "bold", offset: 5, length: 5 },
        { type: "text_link", offset: 12, length: 3, url: "https://a.b" },
      ],
      sentAt: new Date(1_709_629_202_000),
      needsAnalysis: true,
      contact: { externalId: "501", firstName: "Анна", firstSeenAt: new Date(1_709_629_100_000) },
    });
    expect(replied?.replyTo?.id).toBe(asked?.id);
    expect(replied?.editedAt).toEqual(new Date(1_709_629_500_000));
    expect(photo).toMatchObject({ type: "photo", isForwarded: true, forwardedFrom: "Опт", hasFile: true });
    expect(voice?.attachments).toMatchObject([{ kind: "voice", details: { durationSeconds: 4 } }]);
    expect(where).toMatchObject({ type: "location", hasFile: false });
    expect(poll).toMatchObject({ type: "poll", text: "Когда?" });
    expect(channel?.contact).toMatchObject({ externalId: "-1000000000077", isBot: true });
    // The firm's clock shows 12:00 two hours before UTC's.
    expect(wall?.sentAt.toISOString()).toBe("2024-07-01T10:00:00.000Z");
    expect(await run(path, place)).toMatchObject({ imported: 0, bad: 2, resumed: false });
  });

  test("a whole account's export that is cut off goes on where it was, with nothing lost or twice", async () => {
    const place = await firm();
    const many = Array.from({ length: 1200 }, (_, index) =>
      said(index + 1, { text: `Сообщение ${index + 1}` }),
    );
    const path = file("full.json", {
      about: "Here is the data you requested.",
      personal_information: { user_id: 9, first_name: "Me" },
      chats: {
        about: "This page lists all chats from this export.",
        list: [
          group(many),
          { name: "Анна", type: "personal_chat", id: 501, messages: [said(2, { text: "Лично" })] },
          { type: "saved_messages", id: 9, messages: [said(3, { text: "Себе" })] },
          { name: "Новое", type: "moon_base", id: 5, messages: [said(4, { text: "?" })] },
        ],
      },
      left_chats: {
        list: [{ name: "Старая", type: "private_group", id: 55, messages: [said(7, { text: "Пока" })] }],
      },
    });
    await runAndDie(path, place, 2);
    expect(await db.hubMessage.count({ where: { workspaceId: place.workspaceId } })).toBe(1000);
    const outcome = await run(path, place);
    expect(outcome).toMatchObject({
      imported: 202,
      resumed: true,
      bad: 1,
      named: [{ where: "chat “Новое”", why: "its kind “moon_base” is not known" }],
    });
    const chats = await db.chat.findMany({
      where: { workspaceId: place.workspaceId },
      orderBy: { id: "asc" },
      include: { contact: true, hubMessages: { take: 1, orderBy: { id: "desc" } } },
    });
    expect(chats).toMatchObject([
      { externalId: "-1001234567890", hubMessages: [{ externalId: "1200" }] },
      {
        externalId: "501",
        type: "private",
        contact: { externalId: "501" },
        hubMessages: [{ externalId: "export:2" }],
      },
      { externalId: "-55", type: "group", hubMessages: [{ externalId: "export:7", text: "Пока" }] },
    ]);
    expect(await run(path, place)).toMatchObject({ imported: 0, resumed: false });
    expect(await db.hubImport.findMany({ where: { workspaceId: place.workspaceId } })).toMatchObject([
      { kind: "telegram-export", imported: 1202, finishedAt: expect.any(Date) },
    ]);
  });

  test("other files, half files and a bot that must be named are told in words", async () => {
    const place = await firm();
    await expect(run(file("other.json", { some: "thing" }), place)).rejects.toThrow(
      "no export of Telegram Desktop",
    );
    await expect(
      run(file("half.json", '{"name":"x","type":"private_group","id":1,"messages":[{"id":1},{'), place),
    ).rejects.toThrow("breaks off");
    await expect(run(file("broken.json", '{"name":"x",}'), place)).rejects.toThrow("not whole JSON");
    const { workspaceId } = place;
    await connectBot(workspaceId, { token: `8990:${"c".repeat(35)}`, username: "second" });
    const path = file("small.json", group([said(1, { text: "a" })]));
    expect(await run(path, { workspaceId })).toMatchObject({
      ok: false,
      reason: expect.stringContaining(`--resource ${place.resourceId}`),
    });
    // A bot of another workspace is none of this one's.
    const { resourceId } = await firm();
    expect(await run(path, { workspaceId, resourceId })).toMatchObject({ ok: false });
    expect(await openSource(join(folder, "nothing.json"))).toMatchObject({ ok: false });
  });
});

describe("the older hub's database", () => {
  let url = "";
  beforeAll(async () => {
    const schema = "older_hub";
    await pool().query(`
      create schema ${schema};
      set search_path = ${schema};
      create table user_roles (id serial primary key, name text, is_staff bool, is_bot bool);
      insert into user_roles (name, is_staff, is_bot) values
        ('client', false, false), ('manager', true, false), ('broadcast_bot', false, true), ('astronaut', true, false);
      create table users (id bigint primary key, username text, first_name text, role_id int references user_roles (id));
      insert into users values (601, '@vera', 'Вера', 1), (602, 'oleg', 'Олег', 2), (603, null, 'Рассылка', 3);
      create table chats (id bigint primary key, title text, chat_type text);
      insert into chats values (-1005001, 'Опт', 'supergroup'), (601, null, 'private');
      create table messages (id serial primary key, telegram_message_id bigint, chat_id bigint references chats (id),
        user_id bigint, text text, message_type text, timestamp timestamptz, reply_to_message_id bigint);
      insert into messages (telegram_message_id, chat_id, user_id, text, message_type, timestamp, reply_to_message_id)
        select n, -1005001, case when n % 3 = 0 then 602 else 601 end, 'Беру розы ' || n, 'text',
          '2024-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', nullif(n - 1, 0)
        from generate_series(1, 1100) n;
      insert into messages (telegram_message_id, chat_id, user_id, text, message_type, timestamp) values
        (1, 601, 601, 'Ужасно, всё испорчено', 'text', '2024-02-01T00:00:00Z'),
        (5000, -1005001, 603, 'Акция!', 'photo', '2024-02-02T00:00:00Z'),
        (5001, -1005001, 604, 'Я новенький', 'voice', null);
      create table message_analysis (id serial, message_id int references messages (id), intent text, confidence float,
        sentiment text, is_urgent bool, model_used text);
      insert into message_analysis (message_id, intent, confidence, sentiment, is_urgent, model_used) values
        (1101, 'complaint', 0.9, 'negative', true, 'deepseek-chat'), (1, 'order', 87, 'neutral', false, 'deepseek-chat');
      create table message_patterns (id serial, pattern text, pattern_type text, priority int, is_active bool);
      insert into message_patterns (pattern, pattern_type, priority, is_active) values
        ('напоминаю, акция', 'broadcast', 10, true), ('цена|почём', 'price', 5, false), ('(?=x)', 'order', 1, true);
      create table pending_responses (id serial, chat_id bigint, response_text text, status text, created_at timestamptz,
        approved_by text, sent_at timestamptz);
      insert into pending_responses (chat_id, response_text, status, created_at, approved_by, sent_at) values
        (-1005001, 'Есть розы', 'approved', '2024-01-02T00:00:00Z', 'Олег', '2024-01-02T00:05:00Z'),
        (-1005001, 'Ещё не решено', 'pending', '2024-01-03T00:00:00Z', null, null),
        (601, 'Нет', 'rejected', '2024-01-03T00:00:00Z', 'Олег', null),
        (999, 'Куда?', 'pending', '2024-01-03T00:00:00Z', null, null);
      reset search_path;`);
    url = `${env.DATABASE_URL}?options=-c%20search_path%3D${schema}`;
  });

  test("everything comes over, cut off and run again; a third run adds nothing", async () => {
    const place = await firm();
    const { workspaceId } = place;
    await runAndDie(url, place, 3);
    expect(await db.hubMessage.count({ where: { workspaceId } })).toBe(1000);
    const outcome = await run(url, place);
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(outcome).toMatchObject({ imported: 102 + 2 + 3, resumed: true });
    expect(outcome.named.map(({ where }) => where)).toEqual([
      "user_roles 4",
      "messages 1103",
      "message_patterns 3",
      "pending_responses 4",
    ]);
    const messages = await messagesOf(workspaceId);
    expect(messages).toHaveLength(1102);
    expect(messages[0]).toMatchObject({
      externalId: "1",
      intent: "order",
      needsAnalysis: false,
      analysis: { method: "model", model: "deepseek-chat" },
    });
    expect(messages[0]?.intentConfidence).toBeCloseTo(0.87);
    expect(messages[600]?.replyTo?.externalId).toBe("600");
    expect(messages.at(-2)).toMatchObject({
      chat: { externalId: "601", type: "private", contactId: messages.at(-2)?.contactId },
      intent: "complaint",
      sentiment: "negative",
      urgent: true,
    });
    expect(messages.at(-1)).toMatchObject({
      type: "photo",
      isAutomatic: true,
      contact: { role: "broadcast_bot" },
    });
    const people = await db.contact.findMany({ where: { workspaceId }, orderBy: { externalId: "asc" } });
    expect(people).toMatchObject([
      { externalId: "601", username: "vera", role: "client", roleByHand: false },
      { externalId: "602", firstName: "Олег", role: "manager", roleByHand: true },
      { externalId: "603", role: "broadcast_bot", isBot: true },
    ]);
    expect(await db.intentPattern.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })).toMatchObject(
      [
        { intent: "broadcast", kind: "keywords", priority: 10, enabled: true },
        { intent: "question", kind: "regex", enabled: false },
      ],
    );
    expect(await db.approval.findMany({ where: { workspaceId }, orderBy: { id: "asc" } })).toMatchObject([
      { text: "Есть розы", status: "sent", decidedByName: "Олег", sentAt: new Date("2024-01-02T00:05:00Z") },
      { text: "Ещё не решено", status: "expired" },
      { text: "Нет", status: "rejected" },
    ]);
    expect(await run(url, place)).toMatchObject({ imported: 0, resumed: false, bad: 4 });
  });
});

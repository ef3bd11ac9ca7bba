import { afterEach, beforeEach, expect, it } from "vitest";
import { mutateUpdate, seededRandom } from "@/bots/testing/mutate-update";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectBot, makeCompany, nameManager } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { db, pool } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { webhook } from "@/server/providers/telegram/webhook";
import { type Scene, type ScenePerson, startScene } from "@/server/simulator/test-scene";

const total = 10_000;
const perBatch = 100;
/** Another seed plays another ten thousand. */
const seed = 20_261_121;

let scene: Scene;
let bots: RunningBots;
let resourceId: number;
let group: number;
let people: ScenePerson[];
let manager: ScenePerson;

beforeEach(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  const bot = await scene.addBot();
  manager = await scene.addPerson("en", "Ana");
  people = await Promise.all(
    Array.from({ length: 12 }, (_, index) => scene.addPerson("ru", `Person ${index}`)),
  );
  group = await scene.addForum([bot], [manager]);
  for (const person of people) await scene.post("/start", { from: person.id, bot: bot.id });
  const workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [group], adminIds: [] });
  await nameManager(workspaceId, manager.id, manager.firstName);
  bots = await startBots({ listen: false });
});
afterEach(async () => {
  await bots.stop();
  await scene.close();
}, 60_000);

/** What Telegram sends, one of each kind that we ask for and some that we do not. */
function genuine(number: number, random: () => number): object {
  const person = people[number % people.length] ?? manager;
  const user = { id: person.id, is_bot: false, first_name: person.firstName, language_code: "ru" };
  const chat = { id: person.id, type: "private", first_name: person.firstName };
  const forum = { id: group, type: "supergroup", title: "Managers", is_forum: true };
  const file = { file_id: `file-${number}`, file_unique_id: `u${number}`, file_size: 1000 + number };
  const base = { message_id: 10_000 + number, date: 1_790_000_000, chat, from: user };
  const topic = 2 + (number % 9);
  const staff = {
    ...base,
    chat: forum,
    from: { id: manager.id, is_bot: false, first_name: "Ana" },
    message_thread_id: topic,
    is_topic_message: true,
  };
  const crowd = { ...base, chat: { id: -1007000000555, type: "supergroup", title: "Клиенты" } };
  const channel = { id: -1007000000556, type: "channel", title: "Новости" };
  const post = { message_id: 10_000 + number, date: 1_790_000_000, chat: channel, sender_chat: channel };
  const entities = [{ type: "bold", offset: 0, length: 5 }];
  const kinds: object[] = [
    { message: { ...base, text: "Сколько стоит залог?", entities } },
    { message: { ...base, text: "Позовите менеджера, это жалоба!" } },
    {
      message: {
        ...base,
        photo: [{ ...file, width: 90, height: 60 }],
        caption: "Вот",
        caption_entities: entities,
      },
    },
    { message: { ...base, document: { ...file, file_name: "договор.pdf", mime_type: "application/pdf" } } },
    { message: { ...base, voice: { ...file, duration: 3, mime_type: "audio/ogg" } } },
    { message: { ...base, video_note: { ...file, duration: 3, length: 240 } } },
    { message: { ...base, sticker: { ...file, width: 512, height: 512, type: "regular", emoji: "👍" } } },
    { message: { ...base, location: { latitude: 44.8, longitude: 20.4 } } },
    { message: { ...base, contact: { phone_number: "+381601", first_name: "Ана" } } },
    { message: { ...base, poll: { id: "1", question: "?", options: [] } } },
    {
      message: { ...base, media_group_id: `album-${number >> 3}`, photo: [{ ...file, width: 9, height: 9 }] },
    },
    { message: { ...base, text: "Ответ", reply_to_message: { ...base, message_id: 10_000 + number - 12 } } },
    { message: { ...base, text: "/start" } },
    { message: { ...base, pinned_message: base } },
    { message: { ...staff, text: "Здравствуйте, залог 150 евро" } },
    { message: { ...staff, text: "/note позвонить" } },
    { message: { ...staff, forum_topic_closed: {} } },
    { message: { ...staff, photo: [{ ...file, width: 9, height: 9 }] } },
    { edited_message: { ...base, message_id: 10_000 + number - 12, text: "Сколько залог?", edit_date: 1 } },
    {
      message_reaction: {
        chat,
        message_id: 10_000 + number - 12,
        user,
        date: 1,
        old_reaction: [],
        new_reaction: [{ type: "emoji", emoji: "👍" }],
      },
    },
    {
      callback_query: {
        id: String(number),
        from: user,
        chat_instance: "1",
        message: base,
        data: ["offer:yes:1", "rate:1:5", "close:1", "retry:1", "satisfied:1"][number % 5],
      },
    },
    {
      my_chat_member: {
        chat,
        from: user,
        date: 1,
        old_chat_member: { status: "member", user },
        new_chat_member: { status: number % 2 ? "kicked" : "member", user },
      },
    },
    {
      message: {
        ...crowd,
        text: "Сколько стоит?",
        forward_origin: { type: "user", date: 1, sender_user: user },
      },
    },
    { message: { ...crowd, reply_to_message: crowd, photo: [{ ...file, width: 9, height: 9 }] } },
    { message: { ...crowd, new_chat_members: [user] } },
    {
      edited_message: {
        ...crowd,
        message_id: 10_000 + number - 12,
        text: "Почём?",
        edit_date: 1_790_000_100,
      },
    },
    { channel_post: { ...post, text: "Акция" } },
    { edited_channel_post: { ...post, text: "Скидка", edit_date: 1_790_000_100 } },
    {
      chat_member: {
        chat: crowd.chat,
        from: user,
        date: 1_790_000_000,
        old_chat_member: { status: "member", user },
        new_chat_member: { status: number % 2 ? "left" : "member", user },
      },
    },
    {
      my_chat_member: {
        chat: crowd.chat,
        from: user,
        date: 1,
        old_chat_member: { status: "left", user },
        new_chat_member: { status: "member", user },
      },
    },
    { poll_answer: { poll_id: "1", user, option_ids: [0] } },
    { a_kind_of_the_future: { chat, from: user, anything: [1, "two"] } },
  ];
  const kind = kinds[Math.floor(random() * kinds.length)] ?? {};
  // Some come twice, some out of order.
  const id = random() < 0.05 ? 500_000 + number - 7 : 500_000 + (number ^ (random() < 0.1 ? 3 : 0));
  return { update_id: id, ...kind };
}

it(`takes ${total} mutated updates in with no crash, no stuck job and no surprise`, async () => {
  const random = seededRandom(seed);
  let refused = 0;
  for (let start = 0; start < total; start += perBatch) {
    const batch = Array.from({ length: perBatch }, (_, index) => {
      const update = genuine(start + index, random);
      const read = webhook.read(random() < 0.1 ? update : mutateUpdate(update, random));
      if (!read) refused += 1;
      return read ?? [];
    });
    await receiveUpdates(resourceId, batch.flat());
  }
  expect(refused).toBeLessThan(total / 4);
  const waiting = () => db.inboundUpdate.count({ where: { resourceId, processedAt: null } });
  await until("every update was processed", async () => (await waiting()) === 0, 240_000);

  // A manager's line in a foreign topic is tried again while one of ours is being made: it might belong there.
  const expected = ["malformed", "The topic of this message is being opened"];
  const surprises = await db.inboundUpdate.findMany({
    where: { error: { not: null }, NOT: { OR: expected.map((start) => ({ error: { startsWith: start } })) } },
    select: { payload: true, error: true },
    take: 5,
  });
  expect(surprises).toEqual([]);
  // A job may be tried again (a manager was quicker than the topic), or a newer one may have taken its key over; none
  // may be given up.
  const { rows: stuck } = await pool().query(
    "select task_identifier, last_error from graphile_worker.jobs where attempts >= max_attempts and key is not null",
  );
  expect(stuck).toEqual([]);
  // What was true among them was understood.
  expect(await db.message.count({ where: { author: "customer" } })).toBeGreaterThan(total / 20);
}, 300_000);

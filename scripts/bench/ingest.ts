import { randomUUID } from "node:crypto";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { closeDb, db } from "@/server/lib/db";
import { toRawUpdate } from "@/server/providers/telegram/webhook";

// Prints how many updates a second one worker takes into Postgres in polls of 100, as getUpdates hands them out, each
// with the job that processes it. Wants a migrated database in DATABASE_URL and leaves it as it was.
const chats = 400;
const polls = 120;
const perPoll = 100;

const { id: workspaceId } = await db.workspace.create({ data: { name: "Bench" } });
const { id: resourceId } = await db.resource.create({
  data: {
    workspaceId,
    provider: "telegram",
    name: "bench",
    state: "paused",
    credentials: "",
    accountKey: randomUUID(),
  },
});

function update(number: number) {
  const person = {
    id: 7_000_000 + (number % chats),
    is_bot: false,
    first_name: "Мария",
    language_code: "ru",
  };
  return toRawUpdate({
    update_id: number,
    message: {
      message_id: number,
      date: 1_790_000_000,
      chat: { id: person.id, type: "private", first_name: person.first_name },
      from: person,
      text: `Здравствуйте! Сколько стоит залог за машину эконом-класса на неделю? Заказ ${number}`,
    },
  });
}

const startedAt = performance.now();
let stored = 0;
for (let poll = 0; poll < polls; poll += 1) {
  const batch = Array.from({ length: perPoll }, (_, index) => update(poll * perPoll + index + 1));
  stored += await receiveUpdates(resourceId, batch);
}
const seconds = (performance.now() - startedAt) / 1000;
await db.$executeRaw`select graphile_worker.remove_job(key) from graphile_worker.jobs where key like ${`updates:${resourceId}:%`}`;
await db.workspace.delete({ where: { id: workspaceId } });
await closeDb();
process.stdout.write(`${JSON.stringify({ stored, seconds, perSecond: stored / seconds })}\n`);
process.exit(stored === polls * perPoll ? 0 : 1);

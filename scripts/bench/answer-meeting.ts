import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { attendanceButtons } from "@/server/domain/meetings/attendance-buttons";
import { ensureResource } from "@/server/domain/resources/ensure-resource";
import { closeDb, db, transaction } from "@/server/lib/db";
import { parseJson } from "@/server/providers/kchat/parse-json";

// Prints how long answers of invitees take to be kept while all of them press a button within a minute, as one JSON
// object: `answer-meeting.ts --simulator <url> --invitees 500 --seconds 60`. From the press at the simulated KChat to the
// moment at which the answer was written, milliseconds.
const { values: asked } = parseArgs({
  options: { simulator: { type: "string" }, invitees: { type: "string" }, seconds: { type: "string" } },
});
const [count, seconds] = [Number(asked.invitees), Number(asked.seconds)];
const simulator = asked.simulator ?? "";
const atOnce = 20;

async function post<Answer>(
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${simulator}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  // Ids of 64 bits stand there as numbers.
  return parseJson(await response.text()) as Answer;
}
const control = <Answer>(path: string, body: object) => post<Answer>(`/control/kchat${path}`, body);

/** Does something for each, some at a time; the results are in order. */
async function each<One, Result>(
  all: One[],
  act: (one: One, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = all.entries();
  const work = async () => {
    for (const [index, one] of waiting) results[index] = await act(one, index);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

const numbers = Array.from({ length: count }, (_, index) => index);
await fetch(`${simulator}/control/kchat/settings`, {
  method: "PUT",
  body: JSON.stringify({ requestLimit: { enabled: false } }),
});
const bot = await control<{ id: string; token: string }>("/bots", { name: "Bench" });
const people = await each(numbers, async (number) => {
  const user = await control<{ id: string }>("/users", { firstName: `Person ${number}` });
  const { id: group, workspaceId } = await control<{ id: string; workspaceId: string }>("/p2p", {
    user: user.id,
    bot: bot.id,
  });
  return { user: user.id, group, place: `${workspaceId}:${group}`, path: `${workspaceId}/${group}` };
});

// Everybody has written to the bot before and was asked, as they are when a meeting comes near.
const { id: workspaceId } = await db.workspace.create({ data: { name: "Bench", locale: "ru" } });
const provider = "kchat";
await db.contact.createMany({
  data: people.map(({ user }, number) => ({
    workspaceId,
    provider,
    externalId: user,
    firstName: `Person ${number}`,
  })),
});
const contacts = await db.contact.findMany({ where: { workspaceId } });
const contactOf = new Map(contacts.map(({ id, externalId }) => [externalId, id]));
const made = await transaction((tx) =>
  ensureResource(tx, {
    workspaceId,
    provider,
    name: "Bench",
    world: "simulator",
    accountId: bot.id,
    credentials: { token: bot.token },
    settings: { serves: "meetings" },
    wake: true,
  }),
);
if (!made.ok) throw new Error(made.reason);
const { resourceId } = made;
await db.chat.createMany({
  data: people.map(({ user, place }) => ({
    workspaceId,
    resourceId,
    externalId: place,
    type: "private" as const,
    contactId: contactOf.get(user),
  })),
});
const startsAt = new Date(Date.now() + 86_400_000);
const meeting = await db.meeting.create({
  data: {
    workspaceId,
    resourceId,
    topic: "Bench",
    startsAt,
    timeZone: "Europe/Moscow",
    calendarUid: randomUUID(),
  },
});
await db.meetingPerson.createMany({
  data: people.map(({ user }, number) => ({
    workspaceId,
    contactId: contactOf.get(user),
    fullName: `Person ${number}`,
  })),
});
const known = await db.meetingPerson.findMany({ where: { workspaceId }, include: { contact: true } });
const askedAt = new Date();
await db.invitee.createMany({
  data: known.map(({ id: personId }) => ({ meetingId: meeting.id, personId, askedAt, toldSequence: 0 })),
});
const invitees = await db.invitee.findMany({
  where: { meetingId: meeting.id },
  include: { person: { include: { contact: true } } },
});
const inviteeOf = new Map(invitees.map(({ id, person }) => [person.contact?.externalId, id]));

for (let connected = false; !connected; await sleep(200)) {
  const world = (await (await fetch(`${simulator}/control/kchat/world`)).json()) as {
    bots: { id: string; connected: boolean }[];
  };
  connected = world.bots.some((one) => one.id === bot.id && one.connected);
}
const questions = await each(people, async ({ user, path }, index) => {
  const buttons = attendanceButtons("ru", inviteeOf.get(user) ?? 0).map((row, line) =>
    row.map(({ label, ...button }, column) => ({
      id: `${line}${column}`,
      label,
      callbackMessage: label,
      ...("data" in button && { callbackData: button.data }),
    })),
  );
  const question = {
    clientRandomId: index + 1,
    message: "?",
    buttonsMarkup: { gridMessageButtons: buttons },
  };
  const { messageId } = await post<{ messageId: string | number }>(
    `/kchat/botapi/v1/messages/sendTextMessage/${path}`,
    question,
    { authorization: bot.token },
  );
  return String(messageId);
});

const pressedAt = new Map<number, number>();
const began = Date.now();
await Promise.all(
  people.map(async ({ user, group }, index) => {
    await sleep((index * seconds * 1000) / count);
    pressedAt.set(inviteeOf.get(user) ?? 0, Date.now());
    await control("/presses", {
      from: user,
      group,
      message: questions[index],
      button: index % 3 ? "00" : "01",
    });
  }),
);
const pressedWithin = (Date.now() - began) / 1000;
const answers = () => db.invitee.count({ where: { meetingId: meeting.id, attendance: { not: null } } });
const giveUpAt = Date.now() + 30_000;
while ((await answers()) < count && Date.now() < giveUpAt) await sleep(200);
const kept = await db.invitee.findMany({ where: { meetingId: meeting.id, answeredAt: { not: null } } });
const waits = kept.map(({ id, answeredAt }) => (answeredAt?.getTime() ?? 0) - (pressedAt.get(id) ?? 0));
const waiting = await db.delivery.count({ where: { resourceId, state: "pending" } });
await closeDb();
process.stdout.write(`${JSON.stringify({ waits, recorded: kept.length, waiting, pressedWithin })}\n`);

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { db } from "@/server/lib/db";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

let talk: MeetingTalk;
let olga: TalkPerson;

beforeAll(async () => {
  talk = await startMeetingTalk();
  olga = await talk.person({ organises: true, lastName: "Орлова" });
});
afterAll(() => talk.close());

const isoDay = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const written = (day: string) => day.split("-").reverse().join(".");

it("tells the organiser that a moved meeting leaves its series alone, and a shifted one takes it along", async () => {
  const owner = await makeMember(talk.workspaceId);
  const made = await createMeeting(owner, {
    clientId: randomUUID(),
    topic: "Планёрка",
    startsAt: `${isoDay(3)}T07:00:00Z`,
    timeZone: "Europe/Moscow",
    repeat: { kind: "weekly" },
  });
  if (!made.ok) throw new Error(made.reason);
  const series = () => db.meetingSeries.findFirstOrThrow({ select: { cron: true } });
  const rule = await series();

  await olga.say("/собрание", /Выберите/);
  const [, month, day] = isoDay(3).split("-");
  await olga.press(`${day}.${month} 10:00 · Планёрка`, /Планёрка[\s\S]*Еженедельно/);
  await olga.press("✏️ Изменить", /Что изменить/);
  await olga.press("Дата и время", /Когда/);
  await olga.say(`${written(isoDay(4))} 11:00`, /спросим заново/);
  await olga.press("✅ Сохранить", /Сохранено[\s\S]*Следующие собрания серии — в это же время/);
  const shifted = await series();
  expect(shifted).not.toEqual(rule);

  await olga.press("🔁 Перенести", /Перенос/);
  await olga.say(`${written(isoDay(6))} 12:00`, /Перенести\?/);
  await olga.press("🔁 Перенести", /Перенесено[\s\S]*Расписание серии прежнее: .*11/);
  expect(await series()).toEqual(shifted);
}, 60_000);

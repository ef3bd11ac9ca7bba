import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import { until } from "@/scripts/testing/until";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { db, pool } from "@/server/lib/db";
import { type MeetingTalk, startMeetingTalk, type TalkPerson } from "./testing/meeting-talk";

let talk: MeetingTalk;
let olga: TalkPerson;
let voters: TalkPerson[];
let meetingId: number;

beforeAll(async () => {
  talk = await startMeetingTalk();
  olga = await talk.person({ organises: true, lastName: "Орлова" });
  voters = await Promise.all([1, 2, 3, 4].map(() => talk.person({ lastName: "Волков" })));
  const owner = await makeMember(talk.workspaceId);
  const made = await createMeeting(owner, {
    clientId: randomUUID(),
    topic: "Ретро",
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: "Europe/Moscow",
    resourceId: talk.resourceId,
  });
  if (!made.ok) throw new Error(made.reason);
  meetingId = made.meeting.id;
  const lines = voters.map(({ user }) => `Волков | ${user.email}`).join("\n");
  await addInviteeList(owner, { meetingId, lines });
  for (const voter of voters) await voter.say("/участие", /Планируете ли вы/);
}, 60_000);
afterAll(() => talk.close());

/** What a message of the bot's in the organiser's chat says now. */
const textNow = async (id: string) => (await olga.chat.heard()).find((one) => one.id === id)?.message ?? "";
const edits = async () => (await talk.scene.calls("updateTextMessage", talk.bot)).length;
const openMenu = async () => {
  await olga.say("/собрание", /предстоящее/);
  return olga.press((await olga.labels()).find((one) => one.includes("Ретро")) ?? "", /📅 Ретро/);
};

it("keeps the summary that an organiser was last shown up to date, with few edits however many answer", async () => {
  const [first, ...others] = voters.slice(0, 3);
  const shown = await openMenu();
  expect(shown.message).toMatch(/Приглашено: 4, ответили: 0/);
  await first?.press("✅ Да", /Ответ записан/);
  await until("the summary with the first answer", async () => {
    await talk.unpaced();
    return (await textNow(shown.id)).includes("ответили: 1\n✅ Да: 1");
  });
  const edited = (await olga.chat.heard()).find(({ id }) => id === shown.id);
  expect(JSON.stringify(edited?.buttonsMarkup)).toContain(`mm:${meetingId}:edit`);

  for (const voter of others) await voter.press("❌ Нет", /Ответ записан/);
  expect(await textNow(shown.id)).toContain("ответили: 1");
  const key = `refresh-summaries:${meetingId}`;
  const { rows } = await pool().query(
    "select extract(epoch from run_at - now())::float as seconds from graphile_worker.jobs where key = $1",
    [key],
  );
  expect(rows).toEqual([{ seconds: expect.any(Number) }]);
  expect(rows[0].seconds).toBeLessThan(10.5);
  // The pause between two edits is over.
  await pool().query("update graphile_worker._private_jobs set run_at = now() where key = $1", [key]);
  await until("the summary with all answers", async () => {
    await talk.unpaced();
    return (await textNow(shown.id)).includes("ответили: 3\n✅ Да: 1 · ❌ Нет: 2");
  });
  expect(await edits()).toBe(2);
});

it("follows in the list of invitees too, in the newest message only, and for organisers only", async () => {
  const [, , , last] = voters;
  const older = await openMenu();
  const list = await olga.press("👥 Приглашённые (4)", /Приглашённые на «Ретро»/);
  await last?.press("🤒 Больничный", /Ответ записан/);
  await until("the list with the answer", async () => {
    await talk.unpaced();
    return /ответили: 4[\s\S]*— 🤒/.test(await textNow(list.id));
  });
  expect(await textNow(older.id)).toContain("ответили: 3");

  await db.meetingPerson.updateMany({ where: { isOrganiser: true }, data: { isOrganiser: false } });
  await db.meetingSummary.updateMany({ data: { editedAt: null } });
  await last?.press("✅ Да", /Ответ записан/);
  await until("it is kept up to date no more", async () => (await db.meetingSummary.count()) === 0);
  expect(await textNow(list.id)).toMatch(/— 🤒/);
});

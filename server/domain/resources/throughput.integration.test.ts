import { beforeEach, expect, test } from "vitest";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { finishTurn } from "@/server/domain/meetings/dialogues/finish-turn";
import { tellMeeting } from "@/server/domain/meetings/tell-meeting";
import {
  type MeetingFirm,
  makeMeetingFirm,
  makePerson,
  plan,
} from "@/server/domain/meetings/testing/meeting-firm";
import { db } from "@/server/lib/db";
import { throughput } from "./throughput";

let firm: MeetingFirm;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeMeetingFirm();
});

const sum = (parts: number[] = []) => parts.reduce((total, part) => total + part, 0);
async function passed() {
  const { received, sent } = (await throughput(firm.workspaceId)).get(firm.resourceId) ?? {};
  return { received: sum(received), sent: sum(sent) };
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test("what people say to the meeting bot and what it says count, once each, when they pass", async () => {
  const { workspaceId, resourceId } = firm;
  const ann = await makePerson(firm, "Ann");
  const turn = (updateKey: string, texts: string[]) =>
    finishTurn({
      workspaceId,
      resourceId,
      chatId: ann.chatId,
      personId: ann.personId,
      updateKey,
      before: null,
      after: null,
      messages: texts.map((text) => ({ text })),
    });
  expect(await passed()).toEqual({ received: 0, sent: 0 });
  await turn("u1:-1:7:100", ["One", "Two"]);
  await turn("u1:-1:7:100", ["One", "Two"]);
  await turn("u1:-1:7:110", ["Three"]);
  // Their answers wait for the channel's pace.
  expect(await passed()).toEqual({ received: 2, sent: 0 });
  const meeting = await plan(firm);
  await addInvitee(firm.director, { meetingId: meeting.id, person: { personId: ann.personId } });
  await tellMeeting({ meetingId: meeting.id });
  await db.delivery.updateMany({ data: { state: "sent", sentAt: minutesAgo(12) } });
  expect(await passed()).toEqual({ received: 2, sent: 4 });
  const parts = (await throughput(workspaceId)).get(resourceId);
  expect(parts?.sent[9]).toBe(4);
  expect(parts?.received[11]).toBe(2);
  const other = await makeMeetingFirm("Other");
  expect(await throughput(other.workspaceId)).toEqual(new Map());
  // Said long ago, answered just now; and what failed never left.
  await db.delivery.updateMany({
    where: { dedupeKey: { startsWith: "turn:u1:-1:7:100" } },
    data: { createdAt: minutesAgo(70) },
  });
  await db.delivery.updateMany({
    where: { dedupeKey: { startsWith: "meeting:" } },
    data: { state: "failed", sentAt: null },
  });
  expect(await passed()).toEqual({ received: 1, sent: 3 });
});

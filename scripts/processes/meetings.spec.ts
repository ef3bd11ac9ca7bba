import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { until } from "../testing/until";
import { type System, startSystem } from "./start-system";

const people = 600;

let system: System;
beforeAll(async () => {
  system = await startSystem("http://localhost:3000");
});
afterAll(() => system?.stop());

it("the next meeting of a series is made once by two processes, and its invitations survive kill -9 of one", async () => {
  const bots = [system.startBots(), system.startBots()];
  const { workspaceId, userId } = await db.member.findFirstOrThrow({ where: { role: "owner" } });
  const actor: MemberActor = { kind: "member", workspaceId, userId, role: "owner" };
  const made = await createMeeting(actor, {
    clientId: randomUUID(),
    topic: "Daily",
    startsAt: new Date(Date.now() + 3000).toISOString(),
    timeZone: "Europe/Belgrade",
    repeat: { kind: "daily" },
  });
  if (!made.ok) throw new Error(made.reason);
  await db.meetingPerson.createMany({
    data: Array.from({ length: people }, (_, index) => ({
      workspaceId,
      fullName: `Person ${index}`,
      email: `person${index}@example.com`,
      isPermanent: true,
    })),
  });
  const told = () => db.invitee.count({ where: { mailedAt: { not: null } } });
  await until("some are told", async () => (await told()) > 0, 120_000);
  await bots[0]?.end("SIGKILL");
  await until("all are told", async () => (await told()) === people, 120_000);
  expect(await db.meeting.count({ where: { seriesId: { not: null } } })).toBe(2);
  const letters = await db.mail.groupBy({
    by: ["to"],
    where: { calendar: { not: null } },
    _count: { _all: true },
  });
  expect(letters).toHaveLength(people);
  expect(letters.filter(({ _count }) => _count._all !== 1)).toEqual([]);
});

import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { firm, newPerson, write } from "@/scripts/testing/waiting-firm";
import { clock } from "@/server/lib/clock";
import { db, pool } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { rescueUnanswered } from "./rescue-unanswered";

let now = new Date();
vi.spyOn(clock, "now").mockImplementation(() => new Date(now));
afterAll(() => realtime.stop());

let conversationId: number;
beforeEach(async () => {
  now = new Date();
  const { message } = await write(await newPerson(await firm()), "What is the deposit?");
  conversationId = message.conversationId;
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const jobs = async () =>
  (
    await pool().query("select attempts from graphile_worker.jobs where key = $1", [
      `answer:${conversationId}`,
    ])
  ).rowCount;
const failed = (attempts: number) =>
  pool().query("update graphile_worker._private_jobs set attempts = $2 where key = $1", [
    `answer:${conversationId}`,
    attempts,
  ]);
const conversation = () => db.conversation.findUniqueOrThrow({ where: { id: conversationId } });

test("an answer whose job is gone is asked for again, and not before its time", async () => {
  await pool().query("select graphile_worker.remove_job($1)", [`answer:${conversationId}`]);
  later(1);
  await rescueUnanswered();
  expect(await jobs()).toBe(0);
  later(2);
  await rescueUnanswered();
  expect(await jobs()).toBe(1);
});

test("an answer that fails again and again becomes an offer of a person, once", async () => {
  await failed(1);
  later(3);
  await rescueUnanswered();
  expect(await conversation()).toMatchObject({ state: "assistant", offer: "none" });
  await failed(3);
  await Promise.all([rescueUnanswered(), rescueUnanswered()]);
  await rescueUnanswered();
  expect(await conversation()).toMatchObject({
    offer: "open",
    handoffReason: "model_unavailable",
    answeredSeq: 1,
  });
  expect(await db.message.count({ where: { conversationId, kind: "offer" } })).toBe(1);
});

test("a customer who cannot be helped keeps nobody else waiting", async () => {
  const { workspaceId, seq, origin, author } = await db.message.findFirstOrThrow({
    where: { conversationId },
  });
  // The conversation has lost count: the offer's number is taken.
  await db.message.create({
    data: { workspaceId, conversationId, seq: seq + 1, author, origin, text: "?", createdAt: now },
  });
  await failed(3);
  const behind = (await write(await newPerson(await firm()), "Where is the office?")).message.conversationId;
  await pool().query("select graphile_worker.remove_job($1)", [`answer:${behind}`]);
  later(3);
  await expect(rescueUnanswered()).rejects.toThrow(AggregateError);
  const { rowCount } = await pool().query("select 1 from graphile_worker.jobs where key = $1", [
    `answer:${behind}`,
  ]);
  expect(rowCount).toBe(1);
  await db.conversation.delete({ where: { id: conversationId } });
});

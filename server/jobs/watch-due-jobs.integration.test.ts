import { expect, it } from "vitest";
import { enqueue } from "@/server/jobs/enqueue";
import { watchDueJobs } from "@/server/jobs/watch-due-jobs";
import { transaction } from "@/server/lib/db";

it("tells of a job when it falls due, by the count of its name, and not before", async () => {
  const told: { name: string; count: number; at: number }[] = [];
  const runAt = new Date(Date.now() + 700);
  await transaction(async (tx) => {
    await enqueue(tx, "answer-turn", { conversationId: 1 }, { jobKey: "turn:1", runAt });
    await enqueue(tx, "answer-turn", { conversationId: 2 }, { jobKey: "turn:2", runAt });
    await enqueue(tx, "drain-chat", { chatId: 1 }, { runAt: new Date(Date.now() + 3_600_000) });
  });
  const stop = watchDueJobs((name, count) => told.push({ name, count, at: Date.now() }));
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(0);
  stop();
  expect(told.every(({ name, count }) => name === "answer-turn" && count === 2)).toBe(true);
  // The clocks of the database and of this process are one, to the millisecond or so.
  expect(told[0]?.at).toBeGreaterThanOrEqual(runAt.getTime() - 5);
});

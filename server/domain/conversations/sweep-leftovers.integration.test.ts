import { expect, test } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { sweepLeftovers } from "@/server/domain/conversations/sweep-leftovers";
import { db } from "@/server/lib/db";

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000);

test("what happened to a resource is kept for ninety days", async () => {
  const resourceId = await connectBot(await makeCompany(), { token: "91:sweep", username: "sweep_bot" });
  await db.resourceEvent.createMany({
    data: [91, 89, 0].map((days) => ({ resourceId, type: `of-${days}`, createdAt: daysAgo(days) })),
  });
  await sweepLeftovers();
  const left = await db.resourceEvent.findMany({ where: { resourceId }, orderBy: { createdAt: "asc" } });
  expect(left.map(({ type }) => type)).toEqual(["of-89", "of-0"]);
});

import { beforeEach, expect, it } from "vitest";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeCompany } from "@/scripts/testing/support-company";
import { takeRequestSlot } from "@/server/domain/messages/take-request-slot";
import { clock } from "@/server/lib/clock";

const pace = { perMinute: 60, burst: 5 };
let resourceId: number;

beforeEach(async () => {
  const bot = { id: `-${Math.floor(Math.random() * 1e15)}`, token: `BOT-${crypto.randomUUID()}` };
  resourceId = await connectKchat(await makeCompany(), bot);
});

it("lets the burst go at once, however many ask together, and then one a second", async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => takeRequestSlot(resourceId, pace)));
  expect(asked.filter((freeAt) => freeAt === null)).toHaveLength(5);
  const freeAt = await takeRequestSlot(resourceId, pace);
  const waitMs = (freeAt?.getTime() ?? 0) - clock.now().getTime();
  expect(waitMs).toBeGreaterThan(200);
  expect(waitMs).toBeLessThanOrEqual(1000);
});

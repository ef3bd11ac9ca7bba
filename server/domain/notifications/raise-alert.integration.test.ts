import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { db, transaction } from "@/server/lib/db";
import { raiseAlert } from "./raise-alert";
import { resolveAlerts } from "./resolve-alerts";

test("the same trouble at the same time is one alert, and a new one once it was over", async () => {
  const { id } = await db.workspace.create({ data: { name: "Alerted" } });
  const raise = () =>
    transaction(async (tx) => {
      await raiseAlert(tx, id, "model_failed", "The model broke.");
      // Long enough for the others to look before this one is committed.
      await sleep(30);
    });
  await Promise.all(Array.from({ length: 6 }, raise));
  const alerts = () => db.alert.findMany({ where: { workspaceId: id }, orderBy: { id: "asc" } });
  expect(await alerts()).toMatchObject([{ code: "model_failed", count: 6, resolvedAt: null }]);
  await resolveAlerts(id, ["model_failed"]);
  await raise();
  expect((await alerts()).map(({ count }) => count)).toEqual([6, 1]);
});

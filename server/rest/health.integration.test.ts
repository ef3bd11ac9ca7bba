import { expect, test } from "vitest";
import { db } from "@/server/lib/db";
import { rest } from "@/server/rest/app";

async function health() {
  const answer = await rest.request("/api/health");
  return { status: answer.status, body: await answer.json() };
}

test("a fresh installation is well, without bots and without a model", async () => {
  const { status, body } = await health();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    status: "ok",
    checks: {
      database: { status: "ok" },
      migrations: { status: "ok" },
      bots: { status: "ok" },
      queue: { status: "ok" },
      storage: { status: "ok" },
      model: { status: "ok" },
    },
  });
});

test("a bot nobody listens for, a stuck queue: degraded, still 200", async () => {
  const workspace = await db.workspace.create({ data: { name: "Ours" } });
  const resource = await db.resource.create({
    data: {
      workspaceId: workspace.id,
      provider: "telegram",
      name: "Bot",
      state: "active",
      credentials: "",
      accountKey: "1",
    },
  });
  expect(await health()).toMatchObject({
    status: 200,
    body: { status: "degraded", checks: { bots: { status: "degraded" } } },
  });
  await db.resourceLease.create({
    data: { resourceId: resource.id, holder: crypto.randomUUID(), expiresAt: new Date(Date.now() + 9000) },
  });
  expect((await health()).body.status).toBe("ok");
  await db.$executeRaw`select graphile_worker.add_job('drain-chat', '{}'::json, run_at => now() - interval '1 minute')`;
  expect(await health()).toMatchObject({
    status: 200,
    body: { status: "degraded", checks: { queue: { status: "degraded" } } },
  });
});

test("a migration that is missing: down, 503", async () => {
  await db.$executeRaw`update _prisma_migrations set finished_at = null`;
  expect(await health()).toMatchObject({
    status: 503,
    body: { status: "down", checks: { migrations: { status: "down" } } },
  });
});

test("metrics tell the process' and the product's figures", async () => {
  const answer = await rest.request("/metrics");
  const text = await answer.text();
  expect(answer.headers.get("content-type")).toContain("text/plain");
  expect(text).toContain('assistchat_resources{state="active"} 1');
  expect(text).toContain("assistchat_queue_jobs_ready 1");
  expect(text).toMatch(/assistchat_delivery_queue_size\{resource="\d+",chat="group"\} 0/);
  expect(text).toMatch(/assistchat_delivery_queue_age_seconds\{resource="\d+",chat="private"\} 0/);
  expect(text).toContain("process_cpu_seconds_total");
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { readMigrations } from "@/prisma/schema-engine";
import { callOperator } from "@/server/domain/conversations/call-operator";
import type { CustomerActor } from "@/server/lib/actor";
import { closeDb, db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type Scene, startScene } from "@/server/simulator/test-scene";
import { diskStorage } from "@/server/storage/disk-storage";
import { connectBot, makeCompany, nameManager } from "../testing/support-company";
import { until } from "../testing/until";
import { checkBackup } from "./check-backup";
import { makeBackup } from "./make-backup";
import { restoreBackup } from "./restore-backup";

const known = readMigrations().migrationDirectories.map(({ path, migrationFile }) => ({
  name: path,
  script: migrationFile.content.tag === "ok" ? migrationFile.content.value : "",
}));
const folder = mkdtempSync(join(tmpdir(), "restored-"));
let scene: Scene;
let bots: RunningBots;
beforeAll(async () => {
  scene = await startScene();
  env.SIMULATOR_PORT = scene.simulator.port;
});
afterAll(async () => {
  await bots.stop();
  await scene.close();
  rmSync(folder, { recursive: true, force: true });
});

it("goes on after a restore with what waited when the backup was made", async () => {
  const bot = await scene.addBot();
  const manager = await scene.addPerson("en", "Ana");
  const group = await scene.addForum([bot], [manager]);
  const workspaceId = await makeCompany();
  const resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds: [group] });
  await nameManager(workspaceId, manager.id, "Ana");
  bots = await startBots();
  const person = await scene.addPerson("ru");
  const chat = scene.at(person, { bot: bot.id });
  await chat.say("Добрый день");
  await until("an answer", async () => (await db.delivery.count({ where: { state: "sent" } })) > 0);
  await bots.stop();

  const contact = await db.contact.findFirstOrThrow({ where: { externalId: String(person.id) } });
  const actor: CustomerActor = { kind: "customer", workspaceId, resourceId, contactId: contact.id };
  await callOperator(actor);
  const places = { databaseUrl: env.DATABASE_URL ?? "", storage: diskStorage(join(folder, "files")) };
  const file = join(folder, "backup.tar.gz");
  const made = await makeBackup({ ...places, dataDir: folder, workingFolder: folder, out: file, keys: null });
  expect(made.jobs).toBeGreaterThan(0);
  expect(await scene.topics(group)).toEqual([]);

  // Everything is lost, then put back.
  await db.workspace.deleteMany();
  await db.$executeRaw`delete from graphile_worker._private_jobs`;
  await closeDb();
  const checked = await checkBackup(file);
  await restoreBackup({ ...places, file, checked, dataDir: folder, force: true, known });

  bots = await startBots();
  await until("the customer hears", () => chat.find(/позвал менеджера/));
  const topic = await until("a topic", async () => (await scene.topics(group))[0]);
  const place = scene.at(manager, { chat: group, topic: topic.id });
  await until("the topic tells", () => place.find(/Why a person/));
});

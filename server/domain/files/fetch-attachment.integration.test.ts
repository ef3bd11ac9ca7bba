import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { firm, newPerson } from "@/scripts/testing/waiting-firm";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { clock } from "@/server/lib/clock";
import { db, pool } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { fetchAttachment } from "./fetch-attachment";

let now = new Date();
vi.spyOn(clock, "now").mockImplementation(() => new Date(now));
afterAll(() => realtime.stop());

let telegram: Server;
let attachmentId: number;
beforeEach(async () => {
  now = new Date();
  // A Telegram that hands every file out and breaks off in the middle of it.
  telegram = createServer((request, response) => {
    if (!request.url?.startsWith("/file/")) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ok: true, result: { file_id: "f", file_path: "voice/1.oga" } }));
      return;
    }
    response.writeHead(200, { "content-length": "1000" });
    response.write("half", () => response.destroy());
  });
  await new Promise<void>((resolve) => telegram.listen(0, resolve));
  env.SIMULATOR_PORT = (telegram.address() as AddressInfo).port;
  const { message } = await receiveCustomerMessage(await newPerson(await firm()), {
    text: "",
    origin: "bot",
    attachments: [{ kind: "voice", externalFileId: "f" }],
  });
  attachmentId = (await db.attachment.findFirstOrThrow({ where: { messageId: message.id } })).id;
});
afterEach(() => {
  telegram.closeAllConnections();
  return new Promise((resolve) => telegram.close(resolve));
});

const attachment = () => db.attachment.findUniqueOrThrow({ where: { id: attachmentId } });
const askedAgain = async () => {
  const { rows } = await pool().query<{ run_at: Date }>(
    "select run_at from graphile_worker.jobs where key = $1",
    [`fetch:${attachmentId}`],
  );
  return rows[0]?.run_at.getTime();
};

test("a download that broke off is tried again, and given up when it breaks off for hours", async () => {
  await fetchAttachment({ attachmentId });
  expect(await attachment()).toMatchObject({ state: "fetching" });
  expect(await askedAgain()).toBeGreaterThan(now.getTime());
  now = new Date(now.getTime() + 6.1 * 3600_000);
  await fetchAttachment({ attachmentId });
  expect(await attachment()).toMatchObject({ state: "failed", errorCode: "gone" });
});

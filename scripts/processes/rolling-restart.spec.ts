import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/server/lib/db";
import { choosePort } from "../launcher/choose-port";
import { startProxy, type TestProxy } from "../testing/start-proxy";
import { until } from "../testing/until";
import { ChatPage, openSession } from "./chat-page";
import { type System, startSystem, type Web } from "./start-system";

const customers = 20;
/** Thirty messages a minute are allowed. */
const writeEveryMs = 2_200;
const mostMs = 3_000;

let system: System;
let proxy: TestProxy;
let webs: Web[];
beforeAll(async () => {
  const port = await choosePort(0);
  // Without bots: their answers are not what is measured.
  system = await startSystem(`http://localhost:${port}`);
  webs = [await system.startWeb(), await system.startWeb()];
  proxy = await startProxy(
    port,
    webs.map((web) => web.port),
  );
});
afterAll(async () => {
  await proxy?.close();
  await system?.stop();
});

it("leaves no customer without a stream for more than 3 s, and loses and doubles no message", async () => {
  const { simulator } = system;
  const pages = await Promise.all(
    Array.from({ length: customers }, async (_, index) => {
      const { id } = await simulator.newCustomer({ firstName: `Rolling ${index}`, languageCode: "en" });
      return ChatPage.open(proxy.origin, await openSession(proxy.origin, await simulator.initData(id)));
    }),
  );
  const written: string[][] = pages.map(() => []);
  let restarting = true;
  const writing = Promise.all(
    pages.map(async (page, index) => {
      await sleep((index * writeEveryMs) / customers);
      for (let number = 0; restarting; number += 1) {
        const text = `Message ${index}.${number}`;
        await page.send(text);
        written[index]?.push(text);
        await sleep(writeEveryMs);
      }
    }),
  );
  for (const web of webs) {
    await web.process.end("SIGTERM");
    await system.startWeb(web.port);
  }
  // The proxy turns to the last one, too.
  await sleep(1_500);
  restarting = false;
  await writing;

  await until("every page has all of its messages", () =>
    pages.every((page, index) => written[index]?.every((text) => page.idsOf(text).length > 0)),
  );
  const longest = Math.max(...pages.map(({ longestBreakMs }) => longestBreakMs));
  const texts = written.flat();
  process.stdout.write(
    `MEASURED longest time without a stream ${Math.round(longest)} ms, ` +
      `${pages.reduce((sum, { breaks }) => sum + breaks, 0)} breaks of ${customers} streams, ${texts.length} messages\n`,
  );
  for (const [index, page] of pages.entries()) {
    expect(page.isLive).toBe(true);
    for (const text of written[index] ?? []) expect(page.idsOf(text)).toHaveLength(1);
  }
  expect(await db.message.count({ where: { text: { in: texts } } })).toBe(texts.length);
  expect(pages.every(({ breaks }) => breaks > 0)).toBe(true);
  expect(longest).toBeLessThanOrEqual(mostMs);
  for (const page of pages) page.close();
});

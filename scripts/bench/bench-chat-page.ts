import { request } from "node:http";
import { chromium } from "@playwright/test";
import { browserPath } from "../testing/browser-path";
import { cast, Simulator } from "../testing/simulator-client";
import type { Figures } from "./figures";
import type { RunningProduct } from "./start-product";

const goalKb = 200;

/** How much JavaScript an opened chat costs: every script a browser loads, in bytes as the server compresses them. */
export async function benchChatPage({ origin, simulatorUrl }: RunningProduct): Promise<Figures> {
  const simulator = new Simulator(simulatorUrl);
  const person = await simulator.newCustomer({ firstName: "Weight", languageCode: "ru" });
  const launch = new URLSearchParams({ tgWebAppData: await simulator.initData(person.id, cast.bot.id) });
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const scripts = new Set<string>();
  try {
    const page = await browser.newPage();
    page.on("request", (sent) => {
      if (sent.resourceType() === "script") scripts.add(sent.url());
    });
    await page.goto(`${origin}/chat#${launch}`);
    await page.getByRole("textbox").waitFor();
  } finally {
    await browser.close();
  }
  let bytes = 0;
  for (const script of scripts) bytes += await wireSize(script);
  const value = bytes / 1000;
  return { chat_javascript: { value, unit: "KB", goal: goalKb, ok: value > 0 && value <= goalKb } };
}

/** Bytes of the body as they travel; fetch would unpack them. */
function wireSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on("end", () => resolve(size));
    })
      .on("error", reject)
      .end();
  });
}

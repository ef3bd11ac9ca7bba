import type { Page } from "@playwright/test";
import { cast, Simulator } from "../../scripts/testing/simulator-client";

export const simulator = new Simulator(`http://127.0.0.1:${process.env.E2E_SIMULATOR_PORT}`);

type World = {
  bots: { id: number; menuButtons: { default?: { web_app?: { url: string } } } }[];
};

/** What stands in the address of the demo bot's own button: other stories connect other bots at the same time. */
async function addressOfBot(): Promise<string> {
  const { bots } = await simulator.call<World>("GET", "/world");
  const url = bots.find(({ id }) => id === cast.bot.id)?.menuButtons.default?.web_app?.url;
  if (!url) throw new Error("The demo's bot has no button that opens the chat");
  return new URL(url).search;
}

/** Opens the Mini App as Telegram would for this customer; Telegram's own script is out of reach, as it may be. */
export async function openChat(page: Page, customerId: number): Promise<void> {
  await page.route("https://telegram.org/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }),
  );
  const initData = await simulator.initData(customerId, cast.bot.id);
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: "9.1",
    tgWebAppPlatform: "web",
  });
  await page.goto(`/chat${await addressOfBot()}#${launch}`);
}

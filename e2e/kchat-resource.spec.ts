import { until } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";
import { simulator } from "./support/open-chat";

type World = {
  bots: { id: string; name: string; connected: boolean }[];
  users: { id: string }[];
  groups: { id: string; type: string; members: string[] }[];
};
type Said = { messages: { message: string; senderType: string }[] };

test("a KChat bot is added in the browser, proves that it answers, and serves a customer", async ({
  page,
}) => {
  await logIn(page, "/resources");
  await page.getByRole("link", { name: "Add a resource" }).click();
  await page.getByRole("button", { name: /KChat/ }).click();
  await expectAccessible(page);
  await page.getByLabel("Bot token", { exact: true }).fill("BOT-00000000-0000");
  await page.getByRole("button", { name: "Check the connection" }).click();
  await expect(page.getByText("KChat no longer accepts the token", { exact: false })).toBeVisible();

  await page.getByRole("button", { name: "Make one in the simulator" }).click();
  await expect(page.getByLabel("Bot token", { exact: true })).not.toHaveValue("BOT-00000000-0000");
  await page.getByRole("button", { name: "Check the connection" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\/resources\/\d+$/);
  await page.getByRole("button", { name: "Activate" }).click();
  await expect(page.getByText("Running", { exact: true })).toBeVisible();

  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const id = name.replace("KChat ", "");
  const world = () => simulator.call<World>("GET", "/kchat/world");
  await until("the bot listens", async () =>
    (await world()).bots.some((bot) => bot.id === id && bot.connected),
  );
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByText("The running bot answered its own question in the group")).toBeVisible();
  await expect(page.getByText("A worker listens for this account")).toBeVisible();
  await expectAccessible(page);

  const { groups, users } = await world();
  const chat = groups.find(({ type, members }) => type === "P2P" && members.includes(id));
  const from = users.find((user) => chat?.members.includes(user.id))?.id;
  await simulator.call("POST", "/kchat/messages", {
    from,
    group: chat?.id,
    text: "What is the deposit for a VW Golf?",
  });
  await until("the assistant answers", async () => {
    const { messages } = await simulator.call<Said>("GET", `/kchat/groups/${chat?.id}/messages`);
    return messages.find(({ message, senderType }) => senderType === "BOT" && /250/.test(message));
  });

  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove…" }).click();
  await page.getByLabel(/^Type .* to confirm/).fill(name);
  await page.getByRole("button", { name: "Remove for good" }).click();
  await expect(page).toHaveURL(/\/resources$/);
});

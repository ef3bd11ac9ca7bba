import { cast } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";
import { logIn } from "./support/log-in";
import { simulator } from "./support/open-chat";

test("what is said in a group is seen at once, found by another form of the word, and read in its place", async ({
  page,
}) => {
  const word = `гортензия${Date.now() % 100_000}`;
  const title = `Букеты ${word}`;
  const { id: vera } = await simulator.newCustomer({ firstName: `Вера ${word}`, languageCode: "ru" });
  const group = await simulator.call<{ id: number }>("POST", "/groups", {
    title,
    members: [
      { user: vera, status: "creator" },
      { user: cast.bot.id, status: "administrator" },
    ],
  });
  const say = (text: string) => simulator.call("POST", "/messages", { from: vera, chat: group.id, text });
  await say(`Сколько стоит ${word}? Нужны букеты к субботе`);

  await logIn(page, "/hub");
  const stream = page.getByRole("region", { name: "All messages" });
  await expect(stream.getByText(word).first()).toBeVisible();
  await say(`Беру две, ${word}, оформляйте заказ`);
  await expect(stream.getByText("оформляйте заказ").first()).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press("/");
  await page.keyboard.type(`${word} букет`);
  await expect(stream.getByText("1 message", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/q=/);
  await stream.getByRole("button", { name: `Вера ${word} in ${title}` }).click();
  const chat = page.getByRole("region", { name: title });
  await expect(chat.getByRole("log").getByText("Беру две")).toBeVisible();
  await expect(chat.getByText("Нужны букеты к субботе")).toBeVisible();
  await expectAccessible(page);
  await chat.getByRole("button", { name: "Details", exact: true }).click();
  const details = page.getByRole("dialog", { name: "Details" });
  await expect(details.getByRole("combobox", { name: "Role" })).toHaveValue("client");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();

  await page.keyboard.press("x");
  await expect(page.getByRole("toolbar").getByText("1 selected")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("toolbar")).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(stream.getByText("1 message", { exact: true })).toBeVisible();
});

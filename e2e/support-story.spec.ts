import type { Page } from "@playwright/test";
import { cast, until } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { openChat, simulator } from "./support/open-chat";

const [ana, marko] = cast.managers.map((manager) => manager.id);
if (!ana || !marko) throw new Error("The demo's cast needs two managers");

const ru = {
  languageCode: "ru",
  message: "Сообщение",
  send: "Отправить",
  source: "Источник 1",
  yes: "Да, позовите менеджера",
  satisfied: "Я доволен ответом",
  rate: "Оцените ответ",
  question: "Какой залог за Гольф?",
  answer: /250 евро/,
  impossible: "Можно ли арендовать у вас вертолёт с пилотом?",
  back: "В какое время открывается офис в субботу?",
  backAnswer: /8:00/,
};
const en: typeof ru = {
  languageCode: "en",
  message: "Message",
  send: "Send",
  source: "Source 1",
  yes: "Yes, call a manager",
  satisfied: "I'm satisfied",
  rate: "Rate the answer",
  question: "What is the deposit for a Volkswagen Golf?",
  answer: /250/,
  impossible: "Can I hire a helicopter with a pilot from you?",
  back: "What time does the office open on Saturday?",
  backAnswer: /8/,
};

async function ask(page: Page, words: typeof ru, text: string): Promise<void> {
  await page.getByRole("textbox", { name: words.message }).fill(text);
  await page.getByRole("button", { name: words.send }).click();
}

const stories = [
  { title: "Russian, desktop", words: ru, viewport: { width: 1280, height: 800 }, locale: "ru-RU" },
  { title: "English, phone", words: en, viewport: { width: 390, height: 844 }, locale: "en-US" },
];

for (const { title, words, viewport, locale } of stories) {
  test.describe(title, () => {
    test.use({ viewport, locale });

    test("a customer is helped, from the first question to the rating and a new conversation", async ({
      page,
    }) => {
      const firstName = `Story${words.languageCode}${Date.now() % 100000}`;
      const customer = await simulator.newCustomer({ firstName, languageCode: words.languageCode });
      await openChat(page, customer.id);
      const log = page.getByRole("log");

      await ask(page, words, words.question);
      await expect(log).toContainText(words.answer);
      await page.getByRole("button", { name: words.source }).first().click();
      await expect(page.getByRole("dialog")).toContainText(words.answer);
      await page.keyboard.press("Escape");

      await ask(page, words, words.impossible);
      await page.getByRole("button", { name: words.yes }).click();
      const topic = await simulator.topicNamed(firstName);
      const card = await until("the card", async () =>
        (await simulator.topicMessages(topic.id)).find((message) => message.reply_markup?.inline_keyboard),
      );
      expect(card.text).toContain(firstName);

      await simulator.writeInTopic(marko, topic.id, `Answer for ${firstName}`);
      await expect(log).toContainText(`Answer for ${firstName}`);
      await ask(page, words, `Thanks from ${firstName}`);
      await until("the customer's words in the topic", async () =>
        (await simulator.topicMessages(topic.id)).some((message) =>
          message.text?.includes(`Thanks from ${firstName}`),
        ),
      );

      await simulator.writeInTopic(ana, topic.id, "/ai");
      await until("the topic's note of the return", async () =>
        (await simulator.topicMessages(topic.id)).some(
          (message) => message.text === "The assistant has taken over.",
        ),
      );
      await ask(page, words, words.back);
      await expect(log).toContainText(words.backAnswer);

      await page.getByRole("button", { name: words.satisfied }).click();
      const rating = page.getByRole("radiogroup", { name: words.rate });
      await expect(rating).toBeVisible();
      await rating.getByRole("radio").nth(4).click();
      await until(
        "the closed topic",
        async () => (await simulator.topics()).find((one) => one.id === topic.id)?.closed,
      );

      await ask(page, words, words.question);
      await expect(log.getByText(words.answer)).toHaveCount(2);
      await page.reload();
      await expect(log.getByText(words.answer)).toHaveCount(2);
    });
  });
}

test("two customers never see each other", async ({ browser }) => {
  const secrets = ["marzipan", "quicksilver"];
  const people = await Promise.all(
    ["Alice", "Bob"].map((firstName) => simulator.newCustomer({ firstName, languageCode: "en" })),
  );
  const pages = await Promise.all(people.map(async () => (await browser.newContext()).newPage()));
  for (const [index, page] of pages.entries()) {
    await openChat(page, people[index]?.id ?? 0);
    await ask(page, en, `My secret is ${secrets[index]}`);
    await expect(page.getByRole("log")).toContainText(secrets[index] ?? "");
  }
  for (const [index, page] of pages.entries()) {
    await expect(page.getByRole("log")).not.toContainText(secrets[1 - index] ?? "");
  }
});

test("the bot's private chat and the Mini App are one conversation; closed, the bot delivers", async ({
  page,
}) => {
  const customer = await simulator.newCustomer({
    firstName: `Both${Date.now() % 100000}`,
    languageCode: "en",
  });
  await simulator.call("POST", "/start", { from: customer.id, bot: cast.bot.id });
  await simulator.writeToBot(customer.id, en.question);
  await until("the bot's answer", async () =>
    (await simulator.privateMessages(customer.id)).some(
      (message) => message.from?.is_bot && /250/.test(message.text ?? ""),
    ),
  );
  await openChat(page, customer.id);
  await expect(page.getByRole("log")).toContainText(en.question);
  await page.getByRole("button", { name: "Call an operator" }).click();
  const topic = await simulator.topicNamed("Both");
  await page.close();
  await simulator.writeInTopic(marko, topic.id, "Are you still there?");
  const pushed = await until("the bot's delivery", async () =>
    (await simulator.privateMessages(customer.id)).find((message) => message.text === "Are you still there?"),
  );
  expect(pushed.reply_markup?.inline_keyboard?.flat().map((button) => button.text)).toContain("Open chat");
});

import type { Page } from "@playwright/test";
import { cast, until } from "../scripts/testing/simulator-client";
import { expect, test } from "./fixtures";
import { openChat, simulator } from "./support/open-chat";
import { samplePhoto } from "./support/sample-photo";

const [ana = 0] = cast.managers.map((manager) => manager.id);
const group = cast.managersGroup.id;

const ru = {
  languageCode: "ru",
  message: "Сообщение",
  send: "Отправить",
  save: "Сохранить",
  attach: "Прикрепить файл",
  operator: "Позвать оператора",
  tooLarge: /слишком большой файл: можно до 20 МБ/,
  empty: "Файл пустой",
  remove: "Убрать movie.mp4",
  picture: (number: number, count: number) => `Фото ${number} из ${count}: открыть`,
  download: "Скачать",
  voice: /Голосовое сообщение/,
  play: "Слушать",
  position: "Позиция",
  viewer: "Фотографии сообщения",
  reply: "Ответить",
  edit: "Изменить",
  edited: "изменено",
  react: "Поставить реакцию 👍",
  yours: /👍, ваша реакция/,
  theirs: /🔥, поставил/,
  original: /К исходному сообщению/,
};
const en: typeof ru = {
  languageCode: "en",
  message: "Message",
  send: "Send",
  save: "Save",
  attach: "Attach a file",
  operator: "Call an operator",
  tooLarge: /is too large: the limit is 20 MB/,
  empty: "The file is empty",
  remove: "Remove movie.mp4",
  picture: (number, count) => `Photo ${number} of ${count}: open`,
  download: "Download",
  voice: /Voice message/,
  play: "Play",
  position: "Position",
  viewer: "Pictures of the message",
  reply: "Reply",
  edit: "Edit",
  edited: "edited",
  react: "React with 👍",
  yours: /👍, your reaction/,
  theirs: /🔥, from/,
  original: /Go to the message/,
};

type File = { name: string; mimeType: string; buffer: Buffer };

async function attach(page: Page, words: typeof ru, files: File[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: words.attach }).click();
  await (await choosing).setFiles(files);
}

async function openMenu(page: Page, text: string): Promise<void> {
  // What is still on its way has no menu yet.
  await expect(async () => {
    await page.getByRole("log").getByText(text, { exact: true }).first().click({ button: "right" });
    await expect(page.getByRole("menu")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
}

const stories = [
  { title: "Russian, phone", words: ru, viewport: { width: 390, height: 844 }, locale: "ru-RU" },
  { title: "English, desktop", words: en, viewport: { width: 1280, height: 800 }, locale: "en-US" },
];

for (const { title, words, viewport, locale } of stories) {
  test.describe(title, () => {
    test.use({ viewport, locale });

    test("files, replies, edits and reactions cross between the Mini App and the topic", async ({ page }) => {
      test.setTimeout(120_000);
      const firstName = `Media${words.languageCode}${Date.now() % 100000}`;
      const customer = await simulator.newCustomer({ firstName, languageCode: words.languageCode });
      const [red, blue, green] = await Promise.all([
        samplePhoto("red.jpg", "#b03030"),
        samplePhoto("blue.jpg", "#3050b0", 600, 800),
        samplePhoto("green.jpg", "#30a050"),
      ]);
      await openChat(page, customer.id);
      const log = page.getByRole("log");
      const field = page.getByRole("textbox", { name: words.message });
      await page.getByRole("button", { name: words.operator }).click();
      const topic = await simulator.topicNamed(firstName);
      const inTopic = () => simulator.topicMessages(topic.id);

      await test.step("what cannot go is told before anything is sent", async () => {
        let uploads = 0;
        page.on("request", (request) => {
          if (request.url().endsWith("/api/files")) uploads += 1;
        });
        await attach(page, words, [
          { name: "movie.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(21 * 1024 * 1024) },
          { name: "nothing.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
        ]);
        await expect(page.getByText(words.tooLarge)).toBeVisible();
        await expect(page.getByText(words.empty)).toBeVisible();
        await page.getByRole("button", { name: words.remove }).click();
        expect(uploads).toBe(0);
      });

      await test.step("two photos with words arrive as one album", async () => {
        await attach(page, words, [red.file, blue.file]);
        await field.fill(`Look, ${firstName}`);
        await page.getByRole("button", { name: words.send }).click();
        await expect(page.getByRole("button", { name: words.picture(2, 2) })).toBeVisible();
        const album = await until("the album in the topic", async () => {
          const photos = (await inTopic()).filter((message) => message.photo);
          return photos.length === 2 && photos;
        });
        expect(new Set(album.map((message) => message.media_group_id)).size).toBe(1);
        expect(album.some((message) => message.caption?.includes(`Look, ${firstName}`))).toBe(true);
      });

      await test.step("the manager's photo, document, voice message and album are seen", async () => {
        await simulator.sendInTopic(ana, topic.id, { photo: green.sent, caption: "The green one" });
        await simulator.sendInTopic(ana, topic.id, {
          document: {
            name: "price list 👍 שלום.txt",
            mime: "text/plain",
            base64: Buffer.from("Golf: 30 €").toString("base64"),
          },
        });
        await simulator.sendInTopic(ana, topic.id, { voice: { duration: 7 } });
        await simulator.sendInTopic(ana, topic.id, {
          mediaGroup: [{ photo: red.sent }, { photo: green.sent }, { photo: blue.sent }],
        });
        await expect(page.getByRole("button", { name: words.picture(1, 1) })).toBeVisible();
        await expect(page.getByRole("button", { name: words.picture(3, 3) })).toBeVisible();
        const document = page.getByRole("link", { name: `${words.download} price list` });
        const fetched = await page.request.get((await document.getAttribute("href")) ?? "");
        expect(fetched.headers()["content-disposition"]).toMatch(/^attachment/);
        expect(await fetched.text()).toBe("Golf: 30 €");
        const voice = page.getByRole("group", { name: words.voice });
        await expect(voice.getByRole("button", { name: words.play })).toBeVisible();
        await expect(voice.getByRole("slider", { name: words.position })).toBeAttached();
      });

      await test.step("pictures open large and are leafed through by keys", async () => {
        await page.getByRole("button", { name: words.picture(1, 3) }).click();
        const viewer = page.getByRole("dialog", { name: words.viewer });
        await expect(viewer.getByRole("img")).toBeVisible();
        await page.keyboard.press("ArrowRight");
        await expect(viewer.getByText(/^2 .* 3$/)).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(viewer).toBeHidden();
      });

      await test.step("replies, edits and reactions of the customer reach the topic", async () => {
        const question = await simulator.writeInTopic(ana, topic.id, `Which colour, ${firstName}?`);
        await expect(log).toContainText(`Which colour, ${firstName}?`);
        await openMenu(page, `Which colour, ${firstName}?`);
        await page.getByRole("menuitem", { name: words.reply }).click();
        await field.fill("Bleu, please");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("button", { name: words.original })).toBeVisible();
        const answer = await until("the reply in the topic", async () =>
          (await inTopic()).find((message) => message.text?.includes("Bleu, please")),
        );
        expect(answer.reply_to_message?.message_id).toBe(question.message_id);

        await openMenu(page, "Bleu, please");
        await page.getByRole("menuitem", { name: words.edit }).click();
        await field.fill("Blue, please");
        await page.getByRole("button", { name: words.save }).click();
        await expect(log.getByText("Blue, please", { exact: true })).toBeVisible();
        await expect(log.getByText(words.edited)).toBeVisible();
        await until("the edit in the topic", async () =>
          (await inTopic()).some((message) => message.text?.includes("Blue, please")),
        );

        await openMenu(page, `Which colour, ${firstName}?`);
        await page.getByRole("menuitemcheckbox", { name: words.react }).click();
        await expect(page.getByRole("button", { name: words.yours })).toBeVisible();
        await until("the reaction in the topic", async () => {
          const { calls } = await simulator.call<{ calls: unknown[] }>(
            "GET",
            `/calls?bot=${cast.bot.id}&method=setMessageReaction`,
          );
          return calls.some((call) => JSON.stringify(call).includes(`"message_id":${question.message_id},`));
        });
      });

      await test.step("and the manager's reach the Mini App", async () => {
        const mine = await until("the customer's words", async () =>
          (await inTopic()).find((message) => message.text?.includes("Blue, please")),
        );
        const said = await simulator.writeInTopic(ana, topic.id, "Recieved", mine.message_id);
        await expect(log.getByText("Recieved")).toBeVisible();
        await expect(page.getByRole("button", { name: words.original })).toHaveCount(2);
        await simulator.call("POST", "/edits", {
          from: ana,
          chat: group,
          messageId: said.message_id,
          text: "Received",
        });
        await expect(log.getByText("Received")).toBeVisible();
        await simulator.call("POST", "/reactions", {
          from: ana,
          chat: group,
          messageId: mine.message_id,
          emoji: "🔥",
        });
        await expect(page.getByRole("button", { name: words.theirs })).toBeVisible();
      });

      await test.step("all of it is still there after a reload", async () => {
        await page.reload();
        await expect(page.getByRole("button", { name: words.picture(3, 3) })).toBeVisible();
        await expect(page.getByRole("button", { name: words.theirs })).toBeVisible();
      });
    });
  });
}

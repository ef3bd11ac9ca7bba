import { randomBytes } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";

test("the whole story is played on the simulator's page, both sides of it", async ({ page }) => {
  await page.goto("/simulator");
  const phone = page.getByRole("region", { name: "The customer's phone" });
  const group = page.getByRole("region", { name: "The managers' group" });
  await page.getByRole("radio", { name: /James/ }).check({ force: true });
  await phone.getByRole("button", { name: "Start" }).click();
  await expect(phone).toContainText("I am the assistant of Sava Rent");

  const toBot = phone.getByRole("textbox", { name: "Message to the bot" });
  await toBot.fill("What is the deposit for a Volkswagen Golf?");
  await toBot.press("Enter");
  await expect(phone).toContainText("250 euros");
  await toBot.fill("Can I hire a helicopter with a pilot?");
  await toBot.press("Enter");
  await phone.getByRole("button", { name: "Yes, call a manager" }).click();

  await group
    .getByRole("navigation", { name: "Topics" })
    .getByRole("button", { name: /James Whitfield/ })
    .click();
  await expect(group).toContainText("First conversation");
  const toTopic = group.getByRole("textbox", { name: "Message to the topic" });
  await toTopic.fill("Hello James, we only have cars. May I help with one?");
  await toTopic.press("Enter");
  await expect(phone).toContainText("we only have cars");

  // Noise does not compress: the picture of a real phone's camera is as large.
  const raw = { width: 900, height: 700, channels: 3 as const };
  const photo = await sharp(randomBytes(raw.width * raw.height * 3), { raw })
    .png()
    .toBuffer();
  expect(photo.length).toBeGreaterThan(1_500_000);
  const choosing = page.waitForEvent("filechooser");
  await group.getByRole("button", { name: "Attach a file" }).click();
  await (await choosing).setFiles({ name: "car.png", mimeType: "image/png", buffer: photo });
  await expect(group.getByRole("img", { name: "Photo" })).toBeVisible();
  await expect(phone.getByRole("img", { name: "Photo" })).toBeVisible();

  await group.getByRole("button", { name: "Close", exact: true }).first().click();
  await expect(phone.getByRole("button", { name: "5 ★" })).toBeVisible();

  // The newest message's button: the Mini App shows the same conversation.
  await phone.getByRole("button", { name: "Open chat" }).last().click();
  const miniApp = page.frameLocator("iframe");
  await expect(miniApp.getByRole("log")).toContainText("we only have cars");
  await expect(miniApp.getByRole("radiogroup", { name: "Rate the answer" })).toBeVisible();
});

test("a meeting is planned, answered and seen in KChat on the same page", async ({ page }) => {
  await page.goto("/simulator");
  await page.getByRole("tab", { name: "KChat" }).click();
  const organiser = page.getByRole("region", { name: "Ольга Ветрова: phone" });
  const invitee = page.getByRole("region", { name: "Павел Орлов: phone" });
  const group = page.getByRole("region", { name: "Group “Sava Rent: команда”" });
  await invitee.getByRole("button", { name: "Start" }).click();
  await expect(invitee.getByRole("log")).toContainText("Павел");
  await organiser.getByRole("button", { name: "Start" }).click();
  // The bot speaks the language of the person’s name.
  await expect(organiser.getByRole("log")).toContainText("/создать_собрание");

  const toBot = organiser.getByRole("textbox", { name: "Message to the bot" });
  const answers = ["/создать_собрание", "Планёрка", "завтра в 10:00", "Переговорная 3"];
  for (const [index, text] of answers.entries()) {
    await toBot.fill(text);
    await toBot.press("Enter");
    const step = index < 2 ? index + 1 : index + 2;
    await expect(organiser.getByRole("log")).toContainText(`шаг ${step} из 9`);
  }
  // Link, agenda and repetition are left out.
  for (const step of [6, 7, 8]) {
    await organiser.getByRole("button", { name: "Пропустить", exact: true }).last().click();
    await expect(organiser.getByRole("log")).toContainText(`шаг ${step} из 9`);
  }
  await organiser.getByRole("button", { name: /Орлов Павел Андреевич/ }).click();
  await organiser.getByRole("button", { name: "✅ Создать" }).click();
  await invitee.getByRole("log").getByRole("button", { name: /Да/ }).click();
  await expect(invitee.getByRole("log")).toContainText("Ответ записан");

  await expectAccessible(page);
  await group.getByRole("radio", { name: "Павел" }).check({ force: true });
  const toGroup = group.getByRole("textbox", { name: "Message to the group" });
  await toGroup.fill("Буду завтра");
  await toGroup.press("Enter");
  await expect(group.getByRole("log")).toContainText("Буду завтра");
});

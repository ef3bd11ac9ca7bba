import { readFileSync } from "node:fs";
import { readBack } from "@/server/domain/qr/read-back";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./support/expect-accessible";

// The refused code is told by a 400, which the browser notes.
test.use({ expectedErrors: [/400/] });

test("anyone makes a code, sees it change, is told what would not read, and takes the file", async ({
  page,
}) => {
  await page.goto("/qr");
  await page.getByRole("textbox", { name: "Address" }).fill("example.com/autumn");
  await expect(page.getByRole("img", { name: "Your QR code" })).toBeVisible();
  await expect(page.getByText(/Read back by a decoder\. Version \d+, error correction H/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Code", { exact: true }).fill("#eeeeee");
  await expect(page.getByText("The colours are too close to each other")).toBeVisible();
  await expect(page.getByRole("button", { name: "PNG" })).toBeDisabled();
  await page.getByLabel("Code", { exact: true }).fill("#123a5c");
  await page.getByRole("radio", { name: "Dots" }).click();
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><circle cx="30" cy="20" r="18"/></svg>';
  await page
    .getByLabel("Logo", { exact: true })
    .setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from(logo) });
  await expect(page.getByText("logo.svg")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "PNG" }).click();
  await readBack(readFileSync(await (await download).path()), "https://example.com/autumn");
});

test("a bot's link in Russian", async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: "locale", value: "ru", url: baseURL ?? "" }]);
  await page.goto("/qr");
  await page.getByRole("tab", { name: "Бот Telegram" }).click();
  await page.getByRole("textbox", { name: "Бот" }).fill("@shop_bot");
  await expect(page.getByRole("img", { name: "Ваш QR-код" })).toBeVisible();
  await expectAccessible(page);
});

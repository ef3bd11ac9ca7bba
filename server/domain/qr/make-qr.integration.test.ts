import { unzipSync } from "fflate";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeQr } from "@/server/domain/qr/make-qr";
import { readBack } from "@/server/domain/qr/read-back";
import {
  type MakeQrInput,
  makeQrInput,
  QR_EYE_STYLES,
  QR_LOGO_AREA,
  QR_MODULE_STYLES,
} from "@/server/domain/qr/schema";
import { encodeText } from "./encode-text";
import { placeLogo } from "./place-logo";

const wanted = (input: Partial<Record<keyof MakeQrInput, unknown>>) => makeQrInput.parse(input);

const logo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 20, b: 60, alpha: 1 } } })
    .composite([
      {
        input: Buffer.from(`<svg width="${width}" height="${height}"><circle cx="30" cy="30" r="20"/></svg>`),
      },
    ])
    .png()
    .toBuffer();

const reasonOf = (made: Promise<unknown>) =>
  made.then(
    () => "made",
    (error: { reason?: string }) => error.reason,
  );

const texts = [
  "https://example.com/akcia?utm_source=qr&utm_campaign=осень",
  "WIFI:T:WPA;S:Кафе «Уют»;P:p@ss\\;word;;",
  "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Иванова;Анна;;;\r\nTEL:+381601234567\r\nEND:VCARD",
  "7",
  "👋🏽 ok",
];

describe("every style reads", () => {
  for (const modules of QR_MODULE_STYLES) {
    for (const eyes of QR_EYE_STYLES) {
      it(`${modules} modules, ${eyes} eyes, with a logo`, async () => {
        for (const text of texts) {
          const file = await makeQr(
            wanted({ text, modules, eyes, logoArea: QR_LOGO_AREA }),
            await logo(300, 200),
          );
          await readBack(file.body, text);
          expect(file.level).toBe("H");
        }
      });
    }
  }
});

it("the logo takes at most what level H bears, whatever its shape", () => {
  for (const length of [1, 20, 120, 600, 1200]) {
    const matrix = encodeText("x".repeat(length), true);
    for (const aspect of [0.05, 0.5, 1, 1.7, 20]) {
      const place = placeLogo(matrix, aspect, QR_LOGO_AREA);
      let covered = 0;
      for (let y = 0; y < matrix.size; y++)
        for (let x = 0; x < matrix.size; x++) if (place.covers(x, y)) covered++;
      expect(covered / matrix.size ** 2).toBeLessThanOrEqual(QR_LOGO_AREA);
      expect(place.width / place.height).toBeCloseTo(aspect);
    }
  }
});

it("a PNG has the size in print that was wished", async () => {
  const file = await makeQr(wanted({ text: "print", mm: 50, dpi: 300 }), null);
  const { width, density } = await sharp(file.body).metadata();
  expect([width, density]).toEqual([591, 300]);
});

it("an SVG and a PDF do too, and a ZIP holds all three", async () => {
  const svg = await makeQr(wanted({ text: "print", mm: 50, format: "svg" }), await logo(100, 100));
  expect(svg.body.toString()).toMatch(/^<svg [^>]*width="50mm" height="50mm"/);
  const drawn = await sharp(svg.body, { density: 300 }).flatten({ background: "#fff" }).png().toBuffer();
  await readBack(drawn, "print");
  const pdf = await makeQr(wanted({ text: "print", mm: 50, format: "pdf" }), await logo(100, 100));
  const page = (await PDFDocument.load(pdf.body)).getPage(0);
  expect(page.getWidth()).toBeCloseTo((50 / 25.4) * 72, 3);
  const zip = await makeQr(wanted({ text: "print", mm: 50, format: "zip" }), null);
  expect(Object.keys(unzipSync(zip.body))).toEqual(["qr.png", "qr.svg", "qr.pdf"]);
});

it("a transparent ground is transparent and reads on paper", async () => {
  const file = await makeQr(wanted({ text: "glass", colors: { light: "transparent" } }), null);
  const { data } = await sharp(file.body).raw().toBuffer({ resolveWithObject: true });
  expect(data[3]).toBe(0);
});

it("a long text gets the strongest level it fits, with a logo it is refused", async () => {
  expect((await makeQr(wanted({ text: "x".repeat(2500), size: 2048 }), null)).level).toBe("L");
  expect(await reasonOf(makeQr(wanted({ text: "я".repeat(1500) }), null))).toBe("qr_text_too_long");
  expect(await reasonOf(makeQr(wanted({ text: "x".repeat(1300) }), await logo(50, 50)))).toBe(
    "qr_text_too_long",
  );
});

it("what could not be read is refused with its reason", async () => {
  const made = (input: Partial<Record<keyof MakeQrInput, unknown>>, bytes: Buffer | null = null) =>
    reasonOf(makeQr(wanted({ text: "x", ...input }), bytes));
  expect(await made({ colors: { dark: "#999", light: "#fff" } })).toBe("qr_contrast_low");
  expect(await made({ colors: { dark: "#fff", light: "#000" } })).toBe("qr_inverted");
  expect(await made({ colors: { dark: "#000", eyes: "#ffe" } })).toBe("qr_contrast_low");
  expect(await made({ text: "x".repeat(2000), size: 128 })).toBe("qr_too_small");
  expect(await made({ mm: 1000, dpi: 1200 })).toBe("qr_too_many_pixels");
  expect(await made({}, Buffer.from("no picture"))).toBe("qr_logo_unreadable");
  expect(await made({}, Buffer.alloc(2 * 1024 * 1024 + 1))).toBe("qr_logo_too_large");
  const bomb = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>');
  expect(await made({}, bomb)).toBe("qr_logo_unreadable");
});

it("the decoder tells a code that says something else", async () => {
  const { body } = await makeQr(wanted({ text: "one" }), null);
  expect(await reasonOf(readBack(body, "two"))).toBe("qr_unreadable");
});

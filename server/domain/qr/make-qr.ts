import { Resvg } from "@resvg/resvg-js";
import { zipSync } from "fflate";
import sharp from "sharp";
import { checkColours } from "@/server/domain/qr/check-colours";
import { drawQr, type QrDrawing } from "@/server/domain/qr/draw-qr";
import { encodeText } from "@/server/domain/qr/encode-text";
import { prepareLogo } from "@/server/domain/qr/prepare-logo";
import { readBack } from "@/server/domain/qr/read-back";
import { renderPdf } from "@/server/domain/qr/render-pdf";
import { renderSvg } from "@/server/domain/qr/render-svg";
import type { MakeQrInput, QrFile } from "@/server/domain/qr/schema";
import { AppError } from "@/server/lib/errors";

/** Pixels a module at which drawings are read back; more than enough for the decoder, and quick. */
const proofPixels = 4;
const mmPerInch = 25.4;
/** Of a PDF for which no size was named. */
const defaultMm = 40;
const largestPixels = 4096;

/**
 * Makes a QR code as the wished file. What it returns was decoded before: the PNG file itself, and the drawing that
 * the SVG and the PDF show. Nothing is kept. Throws `bad_input` or `too_large` with a reason that begins with `qr_`.
 */
export async function makeQr(input: MakeQrInput, logoBytes: Buffer | null): Promise<QrFile> {
  checkColours(input.colors);
  const matrix = encodeText(input.text, logoBytes !== null);
  const drawing = drawQr(matrix, input, logoBytes && (await prepareLogo(logoBytes)));
  const about = { version: matrix.version, level: matrix.level, modules: drawing.side };
  const file = (body: Buffer, mimeType: string) => ({
    body,
    mimeType,
    fileName: `qr.${input.format}`,
    ...about,
  });
  switch (input.format) {
    case "svg":
      return file(await svgOf(drawing, input), "image/svg+xml");
    case "png":
      return file(await pngOf(drawing, input), "image/png");
    case "pdf":
      return file(await pdfOf(drawing, input), "application/pdf");
    case "zip": {
      const [png, svg, pdf] = await Promise.all([
        pngOf(drawing, input),
        svgOf(drawing, input),
        pdfOf(drawing, input),
      ]);
      // Level 0: each of them is compressed already, or small.
      const zip = zipSync({ "qr.png": png, "qr.svg": svg, "qr.pdf": pdf }, { level: 0 });
      return file(Buffer.from(zip), "application/zip");
    }
  }
}

async function svgOf(drawing: QrDrawing, { mm, size, text }: MakeQrInput): Promise<Buffer> {
  await proveDrawing(drawing, text);
  return Buffer.from(renderSvg(drawing, mm ? `${mm}mm` : String(size)));
}

async function pdfOf(drawing: QrDrawing, { mm, text }: MakeQrInput): Promise<Buffer> {
  await proveDrawing(drawing, text);
  return renderPdf(drawing, mm ?? defaultMm);
}

async function pngOf(drawing: QrDrawing, input: MakeQrInput): Promise<Buffer> {
  const side = input.mm ? Math.round((input.mm / mmPerInch) * input.dpi) : input.size;
  if (side > largestPixels)
    throw new AppError(
      "bad_input",
      "qr_too_many_pixels",
      `${input.mm} mm at ${input.dpi} dpi is ${side} pixels; at most ${largestPixels} are made.`,
    );
  if (side < drawing.side * 2)
    throw new AppError(
      "bad_input",
      "qr_too_small",
      `The code needs at least ${drawing.side * 2} pixels a side.`,
    );
  const drawn = sharp(Buffer.from(renderSvg(drawing, String(side)))).png({ compressionLevel: 4 });
  const png = await (input.mm ? drawn.withMetadata({ density: input.dpi }) : drawn).toBuffer();
  const proof =
    drawing.light === "transparent"
      ? await sharp(png).flatten({ background: "#ffffff" }).png().toBuffer()
      : png;
  await readBack(proof, input.text);
  return png;
}

/** Reads the drawing back as it looks on white paper. */
async function proveDrawing(drawing: QrDrawing, text: string): Promise<void> {
  const onPaper = drawing.light === "transparent" ? { ...drawing, light: "#ffffff" } : drawing;
  // Not by sharp: a drawing as small as this is ready here before sharp has handed it to another thread.
  const picture = new Resvg(renderSvg(onPaper, String(drawing.side * proofPixels)), {
    font: { loadSystemFonts: false },
  }).render();
  await readBack({ data: picture.pixels, width: picture.width, height: picture.height }, text);
}

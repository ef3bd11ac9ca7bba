import { PDFDocument, rgb } from "pdf-lib";
import type { QrDrawing } from "@/server/domain/qr/draw-qr";

const pointsPerMm = 72 / 25.4;

/** The drawing as a one-page PDF of exactly this width in millimetres, in vectors but for the logo. */
export async function renderPdf(drawing: QrDrawing, mm: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setTitle("QR");
  const width = mm * pointsPerMm;
  const page = document.addPage([width, width]);
  const scale = width / drawing.side;
  if (drawing.light !== "transparent")
    page.drawRectangle({ x: 0, y: 0, width, height: width, color: colourOf(drawing.light) });
  // The library draws SVG paths downwards from their origin, as SVG does.
  const place = { x: 0, y: width, scale };
  page.drawSvgPath(drawing.modules.path, { ...place, color: colourOf(drawing.modules.colour) });
  page.drawSvgPath(drawing.eyes.path, { ...place, color: colourOf(drawing.eyes.colour) });
  const { logo } = drawing;
  if (logo) {
    const image = await document.embedPng(logo.png);
    page.drawImage(image, {
      x: logo.x * scale,
      y: width - (logo.y + logo.height) * scale,
      width: logo.width * scale,
      height: logo.height * scale,
    });
  }
  return Buffer.from(await document.save());
}

function colourOf(hex: string) {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(full.slice(at, at + 2), 16) / 255,
  );
  return rgb(red, green, blue);
}

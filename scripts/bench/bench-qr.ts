import sharp from "sharp";
import { atMost, type Figures, percentile } from "./figures";
import type { RunningProduct } from "./start-product";

const rounds = 60;
/** The first requests load the decoder and warm the engine. */
const warmUp = 15;

/** What a QR code costs the server, by its own Server-Timing: median and p95 of an SVG, and of a 1024 px PNG with a logo. */
export async function benchQr({ origin }: RunningProduct): Promise<Figures> {
  const logo = await sharp({
    create: { width: 600, height: 400, channels: 4, background: { r: 20, g: 120, b: 110, alpha: 1 } },
  })
    .composite([
      {
        input: Buffer.from(
          '<svg width="600" height="400"><circle cx="300" cy="200" r="150" fill="#fff"/></svg>',
        ),
      },
    ])
    .png()
    .toBuffer();
  const text = "https://example.com/autumn?utm_source=window";
  const svg = await measure(origin, { text, format: "svg" });
  const png = await measure(origin, { text, format: "png", size: 1024, logo: logo.toString("base64") });
  return {
    qr_svg_p50: atMost(percentile(svg, 0.5), "ms", 5),
    qr_svg_p95: atMost(percentile(svg, 0.95), "ms", 5),
    qr_png_logo_p50: atMost(percentile(png, 0.5), "ms", 60),
    qr_png_logo_p95: atMost(percentile(png, 0.95), "ms", 60),
  };
}

/** Server times in milliseconds, unsorted. */
async function measure(origin: string, body: object): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const response = await fetch(`${origin}/api/qr`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    const time = /dur=([\d.]+)/.exec(response.headers.get("server-timing") ?? "")?.[1];
    if (!response.ok || !time) throw new Error(`/api/qr answered ${response.status}`);
    if (round >= warmUp) times.push(Number(time));
  }
  return times;
}

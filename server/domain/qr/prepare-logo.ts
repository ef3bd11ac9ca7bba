import sharp from "sharp";
import { QR_LOGO_BYTES } from "@/server/domain/qr/schema";
import { AppError } from "@/server/lib/errors";

/** A logo ready to be drawn: a PNG without metadata, at most `longestSide` pixels a side. */
export type Logo = { png: Buffer; pixelWidth: number; pixelHeight: number };

/** Sharp at 12 % of a poster's code, and small enough to stand inside an SVG. */
const longestSide = 512;
const mostPixels = 40_000_000;
const patienceSeconds = 3;

/** What a small SVG can keep a processor busy for minutes with, and what reaches outside of it. */
const costly =
  /<!(?!--)|<\s*(?:[\w-]+:)?(?:filter|use|pattern|mask|marker|image|include|symbol|text|foreignObject)\b/i;

/** Whether this is an SVG that is not plain shapes; packed ones are not looked into. */
function isCostlySvg(bytes: Buffer): boolean {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  const text = bytes.toString("latin1");
  return /<(?:[\w-]+:)?svg/.test(text.slice(0, 4096)) && costly.test(text);
}

/**
 * Reads a picture that somebody gave (PNG, JPEG, WebP, GIF, AVIF, SVG of plain shapes), turned as its EXIF says and cut to what is
 * drawn. Throws `too_large` (`qr_logo_too_large`) or `bad_input` (`qr_logo_unreadable`).
 */
export async function prepareLogo(bytes: Buffer): Promise<Logo> {
  if (bytes.length > QR_LOGO_BYTES)
    throw new AppError("too_large", "qr_logo_too_large", "The logo is larger than 2 MB.");
  if (isCostlySvg(bytes))
    throw new AppError(
      "bad_input",
      "qr_logo_unreadable",
      "An SVG logo should be plain shapes; a PNG is always taken.",
    );
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
      .timeout({ seconds: patienceSeconds })
      .rotate()
      .trim({ threshold: 1 })
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .png({ compressionLevel: 6 })
      .toBuffer({ resolveWithObject: true });
    return { png: data, pixelWidth: info.width, pixelHeight: info.height };
  } catch {
    // Whatever the library says of a stranger's bytes, to the person it means one thing.
    throw new AppError("bad_input", "qr_logo_unreadable", "The logo is not a picture that can be read.");
  }
}

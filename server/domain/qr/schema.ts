import { z } from "zod";

const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/, "A colour should look like #1a2b3c.");

const QR_FORMATS = ["png", "svg", "pdf", "zip"] as const;
export const QR_MODULE_STYLES = ["square", "rounded", "dots"] as const;
export const QR_EYE_STYLES = ["square", "rounded", "circle"] as const;

/** A logo larger than this is refused; bytes. */
export const QR_LOGO_BYTES = 2 * 1024 * 1024;
/** The most of the code's area that a logo may take: level H reads on reliably up to here. */
export const QR_LOGO_AREA = 0.12;

/** What a QR code should carry and look like. */
export const makeQrInput = z.object({
  /** At most 2,953 bytes in UTF-8; 1,273 with a logo. */
  text: z.string().min(1, "Write what the code should carry.").max(2953),
  format: z.enum(QR_FORMATS).default("png"),
  /** Width and height of the PNG in pixels; with `mm` it follows from `mm` and `dpi` instead. */
  size: z.coerce.number().int().min(64).max(4096).default(1024),
  /** Quiet zone, in modules; the standard asks for 4. */
  margin: z.coerce.number().int().min(0).max(20).default(4),
  colors: z
    .object({
      dark: colour.default("#000000"),
      light: z.union([z.literal("transparent"), colour]).default("#ffffff"),
      /** Of the three corner squares; as `dark` when left out. */
      eyes: colour.optional(),
    })
    .prefault({}),
  modules: z.enum(QR_MODULE_STYLES).default("square"),
  eyes: z.enum(QR_EYE_STYLES).default("square"),
  /** Printed width in millimetres, quiet zone included. */
  mm: z.coerce.number().min(10).max(1000).optional(),
  /** Resolution of a PNG with `mm`. */
  dpi: z.coerce.number().int().min(72).max(1200).default(300),
  /** Share of the code's area that the logo takes. */
  logoArea: z.coerce.number().min(0.02).max(QR_LOGO_AREA).default(0.1),
});
export type MakeQrInput = z.infer<typeof makeQrInput>;

/** Levels of error correction, weakest first. */
export type QrLevel = "L" | "M" | "Q" | "H";

/** The finished file. It was read back by a decoder before it is handed out. */
export type QrFile = {
  body: Buffer;
  mimeType: string;
  fileName: string;
  version: number;
  level: QrLevel;
  /** Width and height in modules, quiet zone included. */
  modules: number;
};

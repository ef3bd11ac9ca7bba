import QRCode from "qrcode";
import type { QrLevel } from "@/server/domain/qr/schema";
import { AppError } from "@/server/lib/errors";

export type QrMatrix = {
  /** Modules a side, without the quiet zone. */
  size: number;
  version: number;
  level: QrLevel;
  isDark: (x: number, y: number) => boolean;
};

/**
 * Encodes a text (ISO/IEC 18004). Level H, which a logo needs; a text too long for it gets the strongest level it fits
 * when no logo is wanted. Throws `bad_input` (`qr_text_too_long`).
 */
export function encodeText(text: string, withLogo: boolean): QrMatrix {
  const levels: QrLevel[] = withLogo ? ["H"] : ["H", "Q", "M", "L"];
  for (const level of levels) {
    const code = tryLevel(text, level);
    if (!code) continue;
    const { size, data } = code.modules;
    const isDark = (x: number, y: number) =>
      x >= 0 && y >= 0 && x < size && y < size && data[y * size + x] === 1;
    return { size, version: code.version, level, isDark };
  }
  throw new AppError(
    "bad_input",
    "qr_text_too_long",
    withLogo ? "The text is too long for a code with a logo." : "The text is too long for a QR code.",
  );
}

function tryLevel(text: string, level: QrLevel): QRCode.QRCode | null {
  // The library tells "does not fit" by a thrown Error of this text only.
  try {
    return QRCode.create(text, { errorCorrectionLevel: level });
  } catch (error) {
    if (error instanceof Error && /too big/.test(error.message)) return null;
    throw error;
  }
}

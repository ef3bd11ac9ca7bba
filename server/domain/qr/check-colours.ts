import type { MakeQrInput } from "@/server/domain/qr/schema";
import { AppError } from "@/server/lib/errors";

/** Cameras lose codes with less than this between dark and light (WCAG's ratio, 1 to 21). */
const leastContrast = 3;

/**
 * Refuses colours that cameras read badly: `bad_input` with `qr_contrast_low` or `qr_inverted` (light on dark, which
 * many readers do not know). A transparent ground counts as white paper.
 */
export function checkColours({ dark, light, eyes }: MakeQrInput["colors"]): void {
  const ground = luminance(light === "transparent" ? "#ffffff" : light);
  for (const ink of [dark, eyes ?? dark].map(luminance)) {
    if (ink >= ground)
      throw new AppError("bad_input", "qr_inverted", "The code must be darker than its background.");
    const ratio = (ground + 0.05) / (ink + 0.05);
    if (ratio < leastContrast)
      throw new AppError(
        "bad_input",
        "qr_contrast_low",
        `The contrast is ${ratio.toFixed(1)}:1; cameras need ${leastContrast}:1.`,
      );
  }
}

/** Relative luminance of an sRGB colour, 0 to 1: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, "$&$&") : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import type { QrMatrix } from "@/server/domain/qr/encode-text";
import { EYE_MODULES, eyePath } from "@/server/domain/qr/eye-path";
import { modulePath } from "@/server/domain/qr/module-path";
import { type LogoPlace, placeLogo } from "@/server/domain/qr/place-logo";
import type { Logo } from "@/server/domain/qr/prepare-logo";
import type { MakeQrInput } from "@/server/domain/qr/schema";

/** A code as shapes, one unit a module, the quiet zone included; SVG, PNG and PDF are drawn from the same. */
export type QrDrawing = {
  side: number;
  modules: { path: string; colour: string };
  eyes: { path: string; colour: string };
  light: string;
  logo: (Logo & Omit<LogoPlace, "covers">) | null;
};

/** Draws a code in the wished style, with the logo in its middle. */
export function drawQr(matrix: QrMatrix, input: MakeQrInput, logo: Logo | null): QrDrawing {
  const { size, isDark } = matrix;
  const { margin, colors } = input;
  const place = logo && placeLogo(matrix, logo.pixelWidth / logo.pixelHeight, input.logoArea);
  const far = size - EYE_MODULES;
  const corners = [
    [0, 0],
    [far, 0],
    [0, far],
  ];
  const inEye = (x: number, y: number) =>
    (x < EYE_MODULES && (y < EYE_MODULES || y >= far)) || (x >= far && y < EYE_MODULES);
  const shown = (x: number, y: number) => isDark(x, y) && !inEye(x, y) && !place?.covers(x, y);
  return {
    side: size + 2 * margin,
    modules: { path: modulePath(input.modules, size, margin, shown), colour: colors.dark },
    eyes: {
      path: corners.map(([x = 0, y = 0]) => eyePath(input.eyes, x + margin, y + margin)).join(""),
      colour: colors.eyes ?? colors.dark,
    },
    light: colors.light,
    logo:
      logo && place
        ? {
            ...logo,
            x: place.x + margin,
            y: place.y + margin,
            width: place.width,
            height: place.height,
          }
        : null,
  };
}

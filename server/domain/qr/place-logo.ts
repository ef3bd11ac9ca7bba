import type { QrMatrix } from "@/server/domain/qr/encode-text";

/** Modules around the logo that stay light, so that its edge is told from the code. */
const rim = 0.5;
/** Wider than this a logo would come near the corner squares. */
const longestShare = 0.5;

/** Where the logo stands, in modules from the code's upper left corner, and the modules it takes. */
export type LogoPlace = {
  x: number;
  y: number;
  width: number;
  height: number;
  covers: (x: number, y: number) => boolean;
};

/** Places a logo of the given width:height in the middle, on whole modules that are together at most `area` of the code. */
export function placeLogo({ size }: QrMatrix, aspect: number, area: number): LogoPlace {
  const most = area * size * size;
  const longest = size * longestShare;
  const wanted = Math.sqrt(most * aspect);
  const columns = oddAtMost(Math.min(longest, Math.max(wanted, 3)));
  const rows = oddAtMost(Math.min(longest, most / columns));
  const left = (size - columns) / 2;
  const top = (size - rows) / 2;
  const room = { width: columns - 2 * rim, height: rows - 2 * rim };
  const scale = Math.min(room.width / aspect, room.height);
  const [width, height] = [scale * aspect, scale];
  return {
    width,
    height,
    x: (size - width) / 2,
    y: (size - height) / 2,
    covers: (x, y) => x >= left && x < left + columns && y >= top && y < top + rows,
  };
}

/** A code has an odd number of modules a side, so what stands in its middle has one too. */
function oddAtMost(value: number): number {
  const whole = Math.floor(value);
  return Math.max(1, whole % 2 === 1 ? whole : whole - 1);
}

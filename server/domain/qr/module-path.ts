import type { MakeQrInput } from "@/server/domain/qr/schema";

type IsDark = (x: number, y: number) => boolean;

/** A dot of a full module's width would touch its neighbours. */
const dotRadius = 0.46;
const cornerRadius = 0.5;

/** The path (SVG syntax, one unit a module, from `offset`) of all dark modules in a style. */
export function modulePath(
  style: MakeQrInput["modules"],
  size: number,
  offset: number,
  isDark: IsDark,
): string {
  const parts: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue;
      if (style === "dots") parts.push(dot(x + offset, y + offset));
      else if (style === "rounded") parts.push(rounded(x, y, offset, isDark));
      else {
        let length = 1;
        while (isDark(x + length, y)) length++;
        parts.push(`M${x + offset} ${y + offset}h${length}v1h-${length}z`);
        x += length - 1;
      }
    }
  }
  return parts.join("");
}

function dot(x: number, y: number): string {
  const r = dotRadius;
  return `M${x + 0.5 - r} ${y + 0.5}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** Corners without a neighbour on either side are round, so that modules flow together. */
function rounded(x: number, y: number, offset: number, isDark: IsDark): string {
  const [up, right, down, left] = [isDark(x, y - 1), isDark(x + 1, y), isDark(x, y + 1), isDark(x - 1, y)];
  const corner = (free: boolean, toX: number, toY: number) =>
    free
      ? `a${cornerRadius} ${cornerRadius} 0 0 1 ${toX * cornerRadius} ${toY * cornerRadius}`
      : `l${toX * cornerRadius} 0l0 ${toY * cornerRadius}`;
  const square = (free: boolean, toX: number, toY: number) =>
    free
      ? `a${cornerRadius} ${cornerRadius} 0 0 1 ${toX * cornerRadius} ${toY * cornerRadius}`
      : `l0 ${toY * cornerRadius}l${toX * cornerRadius} 0`;
  return [
    `M${x + offset} ${y + offset + 0.5}`,
    square(!up && !left, 1, -1),
    corner(!up && !right, 1, 1),
    square(!down && !right, -1, 1),
    corner(!down && !left, -1, -1),
    "z",
  ].join("");
}

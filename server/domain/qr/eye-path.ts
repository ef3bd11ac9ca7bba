import type { MakeQrInput } from "@/server/domain/qr/schema";

/** Modules a side of a corner square, its ring included. */
export const EYE_MODULES = 7;

/** The path of one corner square whose upper left corner is at x, y: a ring and a core, by either fill rule. */
export function eyePath(style: MakeQrInput["eyes"], x: number, y: number): string {
  const radii = { square: [0, 0, 0], rounded: [2, 1.2, 0.9], circle: [3.5, 2.5, 1.5] }[style];
  const [outer = 0, inner = 0, core = 0] = radii;
  return box(x, y, 7, outer) + hole(x + 1, y + 1, 5, inner) + box(x + 2, y + 2, 3, core);
}

/** Drawn clockwise. */
function box(x: number, y: number, side: number, radius: number): string {
  const straight = side - 2 * radius;
  const turn = (toX: number, toY: number) => `a${radius} ${radius} 0 0 1 ${toX * radius} ${toY * radius}`;
  return `M${x + radius} ${y}h${straight}${turn(1, 1)}v${straight}${turn(-1, 1)}h${-straight}${turn(-1, -1)}v${-straight}${turn(1, -1)}z`;
}

/** Drawn against the clock, which makes it a hole in what surrounds it. */
function hole(x: number, y: number, side: number, radius: number): string {
  const straight = side - 2 * radius;
  const turn = (toX: number, toY: number) => `a${radius} ${radius} 0 0 0 ${toX * radius} ${toY * radius}`;
  return `M${x} ${y + radius}v${straight}${turn(1, 1)}h${straight}${turn(1, -1)}v${-straight}${turn(-1, -1)}h${-straight}${turn(-1, 1)}z`;
}

/** Red, green and blue, 0–255 each. */
export type Rgb = readonly [number, number, number];

/** Reads `#rgb` or `#rrggbb`; null for anything else. */
export function parseHex(value: string | undefined): Rgb | null {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(value ?? "");
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value ?? "");
  const parts = (short ?? long)?.slice(1).map((part) => Number.parseInt(short ? part + part : part, 16));
  return parts ? [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0] : null;
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** `share` (0–1) of `b` in `a`. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => a[index] + (b[index] - a[index]) * share;
  return [at(0), at(1), at(2)];
}

/** Relative luminance, 0–1, as WCAG 2 defines it. */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast ratio, 1–21, as WCAG 2 defines it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `colour`, moved towards black or white only as far as it takes to reach `ratio` on every one of `grounds`. */
export function readableOn(colour: Rgb, grounds: readonly Rgb[], ratio: number): Rgb {
  const worst = (candidate: Rgb) => Math.min(...grounds.map((ground) => contrast(candidate, ground)));
  if (worst(colour) >= ratio) return colour;
  const ends: Rgb[] = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  const end = ends.reduce((best, candidate) => (worst(candidate) > worst(best) ? candidate : best));
  for (let share = 0.1; share < 1; share += 0.1) {
    const candidate = mix(colour, end, share);
    if (worst(candidate) >= ratio) return candidate;
  }
  return end;
}

/** A row of an album: `aspect` is its width by its height, `items` share its width by `grow`. */
export type AlbumRow = { aspect: number; items: { index: number; grow: number }[] };

/** How many pictures stand in each row, by how many there are. */
const ROWS: Record<number, number[]> = {
  1: [1],
  2: [2],
  3: [1, 2],
  4: [2, 2],
  5: [2, 3],
  6: [3, 3],
  7: [2, 2, 3],
  8: [2, 3, 3],
  9: [3, 3, 3],
  10: [2, 2, 3, 3],
};

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);

/**
 * Lays an album's pictures, given by width divided by height (null when unknown), into rows of one width. Known before
 * a picture has loaded, so that nothing moves when it does.
 */
export function albumRows(ratios: (number | null)[]): AlbumRow[] {
  const shapes = ratios.map((ratio) => clamp(ratio ?? 1, 0.6, 1.9));
  const isStacked = shapes.length === 2 && shapes.every((shape) => shape > 1.35);
  const counts = isStacked ? [1, 1] : (ROWS[shapes.length] ?? evenRows(shapes.length));
  let next = 0;
  return counts.map((count) => {
    const inRow = shapes.slice(next, next + count);
    // Shares that add up to less than one would leave the row's end empty.
    const items = inRow.map((shape, place) => ({ index: next + place, grow: count === 1 ? 1 : shape }));
    next += count;
    const sum = inRow.reduce((total, shape) => total + shape, 0);
    return { aspect: clamp(sum, count === 1 ? 0.75 : 1.2, count === 1 ? 1.9 : 3.2), items };
  });
}

function evenRows(count: number): number[] {
  return Array.from({ length: Math.ceil(count / 3) }, (_, row) => Math.min(3, count - row * 3));
}

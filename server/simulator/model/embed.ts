import { stems } from "./stems";

/** How many numbers an embedding has. */
export const EMBEDDING_SIZE = 384;

function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  }
  return value >>> 0;
}

/** A deterministic unit vector of hashed stems: texts that share words lie near each other. */
export function embed(text: string): number[] {
  const vector = new Array<number>(EMBEDDING_SIZE).fill(0);
  for (const stem of stems(text)) {
    const code = hash(stem);
    const at = code % EMBEDDING_SIZE;
    vector[at] = (vector[at] ?? 0) + ((code >>> 16) & 1 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

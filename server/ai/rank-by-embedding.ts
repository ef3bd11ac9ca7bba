/** Ranks vectors by their cosine with the query's, best first; vectors of another length (another model's) are left out. */
export function rankByEmbedding<Id>(
  query: Float32Array,
  candidates: Iterable<{ id: Id; vector: Float32Array }>,
  limit: number,
): { id: Id; cosine: number }[] {
  const scored: { id: Id; cosine: number }[] = [];
  const length = norm(query);
  for (const { id, vector } of candidates) {
    if (vector.length !== query.length) continue;
    let dot = 0;
    for (let at = 0; at < query.length; at += 1) dot += (query[at] ?? 0) * (vector[at] ?? 0);
    const scale = length * norm(vector);
    scored.push({ id, cosine: scale > 0 ? dot / scale : 0 });
  }
  return scored.sort((a, b) => b.cosine - a.cosine).slice(0, limit);
}

function norm(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/** The constant of reciprocal-rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009). */
const K = 60;

/** Fuses rankings (ids, best first) by reciprocal rank, each with its weight (1 unless given); ties keep the first ranking's order. */
export function fuseRankings<Id>(rankings: { ids: Id[]; weight?: number }[]): { id: Id; score: number }[] {
  const scores = new Map<Id, number>();
  for (const { ids, weight = 1 } of rankings) {
    [...new Set(ids)].forEach((id, rank) => {
      scores.set(id, (scores.get(id) ?? 0) + weight / (K + rank + 1));
    });
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}

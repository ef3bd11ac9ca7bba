import { describe, expect, it } from "vitest";
import { fuseRankings } from "@/server/ai/fuse-rankings";
import { rankByEmbedding } from "@/server/ai/rank-by-embedding";

describe("fuseRankings", () => {
  it("puts first what both rankings put high", () => {
    const fused = fuseRankings([{ ids: ["a", "b", "c"] }, { ids: ["b", "d", "a"] }]);
    expect(fused.map(({ id }) => id)).toEqual(["b", "a", "d", "c"]);
    expect(fused[0]?.score).toBeCloseTo(1 / 61 + 1 / 62, 10);
  });

  it("heeds weights and counts a doubled id once", () => {
    const fused = fuseRankings([{ ids: [1, 1, 2] }, { ids: [2], weight: 0.001 }]);
    expect(fused.map(({ id }) => id)).toEqual([1, 2]);
    expect(fused[0]?.score).toBeCloseTo(1 / 61, 10);
  });

  it("is empty for nothing", () => {
    expect(fuseRankings([])).toEqual([]);
  });
});

describe("rankByEmbedding", () => {
  it("ranks by the angle, not the length, and leaves foreign vectors out", () => {
    const ranked = rankByEmbedding(
      Float32Array.of(1, 0),
      [
        { id: "far", vector: Float32Array.of(0, 9) },
        { id: "near", vector: Float32Array.of(0.2, 0.02) },
        { id: "other model", vector: Float32Array.of(1, 0, 0) },
        { id: "empty", vector: Float32Array.of(0, 0) },
      ],
      2,
    );
    expect(ranked.map(({ id }) => id)).toEqual(["near", "far"]);
    expect(ranked[0]?.cosine).toBeCloseTo(0.995, 3);
  });
});

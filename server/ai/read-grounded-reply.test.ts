import { describe, expect, it } from "vitest";
import { type ProposedSentence, readGroundedReply } from "@/server/ai/read-grounded-reply";

const sentences = [
  {
    text: "Залог — 200 €, «эконом» {не} [всё]. \\ 🚗",
    quotes: [{ passage: "12", quote: 'a "quoted" }] part' }],
  },
  {
    text: "Second.\nLine",
    quotes: [
      { passage: "7", quote: "x y" },
      { passage: "8", quote: "ё" },
    ],
  },
];
const read = sentences.map(({ text, quotes }) => ({
  text,
  quotes: quotes.map(({ passage, quote }) => ({ passage: Number(passage), quote })),
}));

/** Numbers of a fixed sequence, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function cut(text: string, next: () => number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const size = 1 + Math.floor(next() ** 2 * 30);
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

function readAll(pieces: string[]) {
  const reader = readGroundedReply();
  const found: ProposedSentence[] = [];
  for (const piece of pieces) found.push(...reader.push(piece));
  return { found, decision: reader.decision(), reason: reader.reason(), problem: reader.problem() };
}

describe("readGroundedReply", () => {
  const json = JSON.stringify({ decision: "answer", reason: null, sentences });
  const wrappings = [
    json,
    JSON.stringify({ sentences, reason: null, decision: "answer" }, null, 2),
    `\n\`\`\`json\n${json}\n\`\`\`\nHope this helps {really}!`,
    `<think>{"decision":"handover"}</think>\n${json}`,
    json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  ];

  it("reads the same sentences however the stream is cut", () => {
    for (const [index, text] of wrappings.entries()) {
      for (let seed = 1; seed <= 60; seed += 1) {
        const result = readAll(cut(text, random(seed * 7 + index)));
        expect(result).toEqual({ found: read, decision: "answer", reason: null, problem: null });
      }
    }
  });

  it("gives a sentence as soon as its object closes", () => {
    const reader = readGroundedReply();
    const end = json.indexOf("]}", json.indexOf("part")) + 2;
    expect(reader.push(json.slice(0, end - 1))).toEqual([]);
    expect(reader.push(json.slice(end - 1, end))).toEqual([read[0]]);
    expect(reader.decision()).toBe("answer");
    expect(reader.problem()).toMatch(/broke off/);
  });

  it("finds every cut-off reply incomplete", () => {
    for (let length = 0; length < json.length; length += 1) {
      expect(readAll([json.slice(0, length)]).problem, json.slice(0, length)).not.toBeNull();
    }
  });

  it.each([
    ["Sure! I can help.", /broke off/],
    ['{"decision":"maybe","sentences":[]}', /decision/],
    ['{"reason":null,"sentences":[]}', /decision/],
    ['{"decision":"answer"}', /sentences/],
    ['{"decision":"answer","sentences":[{"text":"no quotes"}]}', /form/],
    ['{"decision":"answer","sentences":"no"}', /list/],
    ['{"decision":"answer",,}', /JSON/],
  ])("says what is wrong with %s", (text, problem) => {
    expect(readAll([text]).problem).toMatch(problem);
  });

  it("reads a handover", () => {
    const result = readAll(['{"decision":"handover","reason":"complaint","sentences":[]}']);
    expect(result).toEqual({ found: [], decision: "handover", reason: "complaint", problem: null });
  });
});

import { stems } from "./stems";

export interface Passage {
  id: string;
  heading?: string;
  text: string;
}

export interface Answer {
  decision: "answer" | "handover";
  reason: string | null;
  sentences: { text: string; quotes: { passage: string; quote: string }[] }[];
}

const THRESHOLD = 0.34;
const MOST_SENTENCES = 2;

/** What no knowledge base holds, by the reasons that the assistant's instructions name. */
const FOR_PEOPLE: [string, RegExp][] = [
  [
    "injection",
    /ignore (?:all|your|previous)|system prompt|игнорируй|забудь (?:все|всё|свои)|твои инструкции/i,
  ],
  ["emergency", /попал[аи]? в (?:аварию|дтп)|угнали|had an accident|was stolen|broke down/i],
  [
    "complaint",
    /жалоб|жалуюсь|возмут|ужасн|верните|обман|хамств|complain|refund|terrible|unacceptable|scam/i,
  ],
  ["requested", /оператор|менеджер|живо(?:й|го|му) человек|operator|human|real person|manager/i],
  [
    "realtime_availability",
    /(?:свободн|доступн|налич)[\s\S]*(?:сейчас|сегодня|завтра|\d)|available (?:now|today|tomorrow|on|from|right)/i,
  ],
  ["negotiation", /дешевле|сбрось|поторг|уступ|best price|cheaper|lower price/i],
];

interface Unit {
  passage: string;
  text: string;
  stems: Set<string>;
  around: Set<string>;
}

/** Sentences and bullet lines as they stand in the passages; headings are context only. */
function unitsOf(passages: Passage[]): Unit[] {
  return passages.flatMap((passage) => {
    const around = new Set(stems(`${passage.heading ?? ""} ${passage.text}`));
    const lines = passage.text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
    const parts = lines.flatMap((line) =>
      line.replace(/^\s*[-*•]\s+/, "").split(/(?<=[.!?…])\s+(?=\p{Lu})/u),
    );
    return parts
      .map((part) => part.trim())
      .filter((part) => part.length > 3)
      .map((text) => ({ passage: passage.id, text, stems: new Set(stems(text)), around }));
  });
}

/**
 * Answers from the passages alone: the sentences that share most with the question, each quoting itself.
 * Hands over when nothing fits or the question is one for people. `kept` was said before and is not repeated.
 */
export function answerGrounded(question: string, passages: Passage[], kept: string[] = []): Answer {
  const handover = (reason: string): Answer => ({ decision: "handover", reason, sentences: [] });
  const forPeople = FOR_PEOPLE.find(([, pattern]) => pattern.test(question));
  if (forPeople) return handover(forPeople[0]);
  const units = unitsOf(passages);
  const asked = [...new Set(stems(question))];
  const weight = new Map(
    asked.map((stem) => {
      const seen = units.filter((unit) => unit.stems.has(stem)).length;
      return [stem, Math.log(1 + units.length / (1 + seen))] as const;
    }),
  );
  const total = [...weight.values()].reduce((sum, one) => sum + one, 0) || 1;
  const overlap = (known: Set<string>) =>
    asked.reduce((sum, stem) => sum + (known.has(stem) ? (weight.get(stem) ?? 0) : 0), 0) / total;
  const scored = units
    .map((unit) => ({
      unit,
      own: overlap(unit.stems),
      score: 0.7 * overlap(unit.stems) + 0.3 * overlap(unit.around),
    }))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best || best.score < THRESHOLD) return handover("not_found");
  const chosen = scored
    .filter(({ score }) => score >= 0.8 * best.score)
    .slice(0, MOST_SENTENCES)
    .filter(({ unit }) => !kept.includes(unit.text));
  return {
    decision: "answer",
    reason: null,
    sentences: chosen.map(({ unit }) => ({
      text: unit.text,
      quotes: [{ passage: unit.passage, quote: unit.text }],
    })),
  };
}

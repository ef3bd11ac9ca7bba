import type { NumberFact } from "@/server/ai/facts/extract-numbers";
import type { Token } from "@/server/ai/facts/split-tokens";

/** `low` and `high` are the ends of a range; `about` is an estimate. */
export type Bound = "min" | "max" | "low" | "high" | "about";

// Matched against the folded words just before the number; the longest phrase decides.
const BEFORE: [Bound, RegExp][] = [
  [
    "max",
    /(^| )(не (более|больше|выше|старше|позднее|позже|дольше|превыша\p{L}*|свыше)( чем)?( за| на)?|(no|not) (more|later|older|longer|greater|higher)( than)?|(not|n't|without) exceed\p{L}*|must not exceed)$/u,
  ],
  [
    "min",
    /(^| )(не (менее|меньше|ранее|раньше|младше|моложе|ниже)( чем)?( за| на)?|(no|not) (less|fewer|earlier|younger|sooner)( than)?)$/u,
  ],
  [
    "max",
    /(^| )(up to|at most|less than|fewer than|under|below|younger than|within|until|till|before|maximum( of)?|max|earlier than|shorter than|до|максимум|менее|меньше|моложе|младше|ниже|короче|раньше|в течение|в пределах|в срок до)( чем)?( за)?$/u,
  ],
  [
    "min",
    /(^| )(at least|more than|over|above|older than|from|starting (at|from)|since|longer than|later than|after|exceed\p{L}*|minimum( of)?|min|от|минимум|более|больше|свыше|старше|после|дольше|выше|начиная с|позднее|позже|превыша\p{L}*)( чем)?( за)?$/u,
  ],
  [
    "about",
    /(^| )(about|around|approximately|approx|roughly|nearly|almost|около|примерно|приблизительно|порядка|почти)$/u,
  ],
];
const AFTER: [Bound, RegExp][] = [
  [
    "min",
    /^(\+|(,? ?)?(and|or|и|или) (over|older|above|more|up|longer|higher|старше|больше|более|выше|дольше|свыше)(?= |$)|(minimum|at least|минимум)(?= |$)|(чем )?и (более|больше))/u,
  ],
  [
    "max",
    /^((and|or|и|или) (under|younger|below|less|fewer|меньше|менее|моложе|младше|ниже)(?= |$)|(maximum|at most|максимум)(?= |$))/u,
  ],
];
const AHEAD = /^(before|prior|in advance|ahead|beforehand|до |заранее|earlier)/;
const TIMES = /^(minute|hour|day|week|month|year)$/;

/** How the number at `index` is bounded by the words around it; undefined when it stands for itself. */
export function readBound(tokens: Token[], facts: NumberFact[], index: number): Bound | undefined {
  const fact = facts[index];
  if (!fact) return undefined;
  const range = rangeEnd(tokens, facts, index);
  if (range) return range;
  const before = words(tokens, Math.max(facts[index - 1]?.next ?? 0, fact.first - 5), fact.first);
  const after = words(tokens, fact.next, fact.next + 4);
  const own = ownBound(fact, before, after);
  if (
    TIMES.test(fact.unit ?? "") &&
    (AHEAD.test(after) || (/ (чем )?за$/.test(` ${before}`.replace(/^.*?( \S+ \S+)$/, "$1")) && own))
  ) {
    // “No later than 24 hours before” and “at least 24 hours before” say the same.
    return /(less|fewer|under|later|менее|меньше|позднее|позже)( than| чем)?( за)?$/.test(before) &&
      !/(not?|не) (less|fewer|later|менее|меньше|позднее|позже)/.test(before)
      ? "max"
      : "min";
  }
  return own ?? distantBound(tokens, facts, index);
}

function ownBound(fact: NumberFact, before: string, after: string): Bound | undefined {
  for (const [bound, phrase] of AFTER) if (phrase.test(after)) return bound;
  for (const [bound, phrase] of BEFORE) if (phrase.test(before)) return bound;
  const since =
    /(^| )с$/.test(before) && !fact.currency && (fact.unit === undefined || TIMES.test(fact.unit));
  return since ? "min" : undefined;
}

/** “The minimum age is 21”: an adjective earlier in the clause, with no other number between unless it goes on “for …”. */
function distantBound(tokens: Token[], facts: NumberFact[], index: number): Bound | undefined {
  const fact = facts[index];
  if (!fact) return undefined;
  for (let at = fact.first - 1, left = 24; at >= 0 && left > 0; at -= 1, left -= 1) {
    const word = tokens[at]?.text ?? "";
    if (/^(minim\p{L}*|минимальн\p{L}*)$/u.test(word) || /^(maxim\p{L}*|максимальн\p{L}*)$/u.test(word)) {
      const between = facts.slice(0, index).filter((other) => other.first > at);
      const goesOn =
        between.length === 0 ||
        (between.every((other) => other.unit === fact.unit) &&
          /(^| )(для|for) /.test(words(tokens, between.at(-1)?.next ?? at, fact.first)));
      return goesOn ? (/^m?ax|^maxim|^макс/.test(word) ? "max" : "min") : undefined;
    }
    if (/^[.!?]$/.test(word)) return undefined;
  }
  return undefined;
}

function rangeEnd(tokens: Token[], facts: NumberFact[], index: number): Bound | undefined {
  if (joins(tokens, facts[index], facts[index + 1])) return "low";
  return joins(tokens, facts[index - 1], facts[index]) ? "high" : undefined;
}

function joins(tokens: Token[], left: NumberFact | undefined, right: NumberFact | undefined): boolean {
  if (!left || !right) return false;
  if ((left.currency ?? right.currency) !== (right.currency ?? left.currency)) return false;
  if (left.unit && right.unit && left.unit !== right.unit) return false;
  const between = tokens.slice(left.next, right.first).filter((token) => token.kind !== "date");
  if (between.length > 3) return false;
  const link = between.map((token) => token.text).at(-1) ?? "";
  if (link === "-" && between.length <= 2) return true;
  const opener = tokens[left.first - 1]?.text ?? "";
  const opened = /^(from|с|со|от|between|между|in|в|of)$/.test(opener);
  const bare = left.next - left.first === 1 && between.length === 1;
  if (/^(to|до)$/.test(link) && bare && left.clock === undefined) return true;
  if (/^(to|до|по|through|till|until)$/.test(link)) return /^(from|с|со|от|between)$/.test(opener);
  return /^(and|и)$/.test(link) && opened && /^(between|между)$/.test(opener);
}

function words(tokens: Token[], from: number, to: number): string {
  return tokens
    .slice(Math.max(0, from), Math.max(0, to))
    .map((token) => token.text)
    .filter((text) => !/^[€$£₽("]$/.test(text))
    .join(" ");
}

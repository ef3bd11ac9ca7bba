import type { NumberFact } from "@/server/ai/facts/extract-numbers";

const SECONDS: Record<string, number> = { minute: 60, hour: 3600, day: 86_400, week: 604_800 };
const CLOCK_UNITS = /^(hour)$/;

/** What keeps a stated number from being the source's number, in words; null when they agree. */
export function numberConflict(stated: NumberFact, source: NumberFact): string | null {
  if (!sameValue(stated, source)) return "another number";
  if (stated.currency !== source.currency && (stated.currency || source.unit)) return "another currency";
  if (stated.unit && source.currency) return "another unit";
  if (stated.unit && source.unit && stated.unit !== source.unit && !sameSpan(stated, source))
    return "another unit";
  if (stated.ordinal !== source.ordinal && (stated.unit || source.unit || stated.currency || source.currency))
    return "an ordinal";
  if (
    stated.per &&
    source.per &&
    stated.per !== source.per &&
    !(stated.per === "night" && source.per === "day")
  ) {
    return `counted per ${source.per}, not per ${stated.per}`;
  }
  return sameBound(stated, source)
    ? null
    : `the source has ${boundName(source)}, the sentence ${boundName(stated)}`;
}

/** True when the value and the kind of thing agree, whatever its bounds and period. */
export function sameValue(stated: NumberFact, source: NumberFact): boolean {
  if (sameSpan(stated, source)) return true;
  if (near(stated.value, source.value)) return true;
  // Half and 50 %.
  if (stated.unit === "percent" && near(stated.value / 100, source.value) && source.value === 0.5)
    return true;
  if (stated.currency || source.currency) return false;
  const statedTime = stated.clock ?? (isHour(stated) ? stated.value : undefined);
  const sourceTime = source.clock ?? (isHour(source) ? source.value : undefined);
  const told = stated.clock !== undefined || source.clock !== undefined;
  return (
    told && statedTime !== undefined && sourceTime !== undefined && near(statedTime % 24, sourceTime % 24)
  );
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

function isHour(fact: NumberFact): boolean {
  return (
    Number.isInteger(fact.value) &&
    fact.value <= 24 &&
    (!fact.unit || CLOCK_UNITS.test(fact.unit)) &&
    !fact.ordinal
  );
}

/** 24 hours and one day are one span of time. */
function sameSpan(a: NumberFact, b: NumberFact): boolean {
  const [x, y] = [SECONDS[a.unit ?? ""], SECONDS[b.unit ?? ""]];
  if (x && y) return near(a.value * x, b.value * y);
  const [m, n] = [
    a.unit === "year" ? 12 : a.unit === "month" ? 1 : 0,
    b.unit === "year" ? 12 : b.unit === "month" ? 1 : 0,
  ];
  return m > 0 && n > 0 && near(a.value * m, b.value * n);
}

function sameBound(stated: NumberFact, source: NumberFact): boolean {
  const [a, b] = [direction(stated), direction(source)];
  if (a === b) return true;
  if (stated.bound === "about" && !b) return true;
  // “Opens at 8:00” and “from day 7” name one end of a range; of a quantity that would say more than the source.
  const isTime = stated.clock !== undefined || source.clock !== undefined;
  return !a && isTime && (source.bound === "low" || source.bound === "high" || b !== null);
}

function direction(fact: NumberFact): "min" | "max" | "about" | null {
  if (fact.bound === "low") return "min";
  if (fact.bound === "high") return "max";
  return fact.bound ?? null;
}

function boundName(fact: NumberFact): string {
  return {
    min: "“at least”",
    max: "“at most”",
    low: "the lower end",
    high: "the upper end",
    about: "“about”",
    none: "an exact number",
  }[fact.bound ?? "none"];
}

export type TextValues = Record<string, string | number>;

/**
 * A text of ours in ICU's syntax with its values put in: `{name}`, `{count, number}` and
 * `{count, plural, one {# star} other {# stars}}`. A whole ICU parser would cost every visitor 12 KB.
 */
export function translate(locale: string, text: string, values: TextValues = {}): string {
  return fill(locale, text, values, null);
}

function fill(locale: string, text: string, values: TextValues, count: number | null): string {
  let filled = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{") {
      const end = closing(text, at);
      filled += argument(locale, text.slice(at + 1, end), values);
      at = end;
    } else {
      filled += character === "#" && count !== null ? count.toLocaleString(locale) : character;
    }
  }
  return filled;
}

/** Where the bracket opened at `start` closes. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

function argument(locale: string, body: string, values: TextValues): string {
  const [, name = "", type, branches = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?(.*)$/s.exec(body) ?? [];
  const value = values[name] ?? "";
  if (type === undefined) return String(value);
  const number = Number(value);
  if (type === "number") return number.toLocaleString(locale);
  const wanted = new Intl.PluralRules(locale).select(number);
  let other = "";
  for (let at = branches.indexOf("{"); at >= 0; at = branches.indexOf("{", at)) {
    const end = closing(branches, at);
    const selector = branches
      .slice(0, at)
      .split(/[\s}]+/)
      .findLast((word) => word !== "");
    const branch = branches.slice(at + 1, end);
    if (selector === wanted) return fill(locale, branch, values, number);
    if (selector === "other") other = branch;
    at = end;
  }
  return fill(locale, other, values, number);
}

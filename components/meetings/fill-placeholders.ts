const placeholder = /\{([\p{L}\p{N}_]+)\}/gu;

/** The names that stand in braces in a text of the bot, each once. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => name))];
}

/** A text as the bot would send it: a line whose placeholders all stand for nothing is left out. */
export function fillPlaceholders(text: string, values: Record<string, string>): string {
  const standsFor = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : "");
  return text
    .split("\n")
    .filter((line) => {
      const names = placeholdersOf(line);
      return names.length === 0 || names.some((name) => standsFor(name).trim() !== "");
    })
    .map((line) => line.replace(placeholder, (_, name: string) => standsFor(name)))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const placeholder = /\{([\p{L}\p{N}_]+)\}/gu;

/** The names that stand in braces in a text, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = ""]) => name))];
}

/**
 * The text with its placeholders replaced, once: braces in a value stay as they are. A line whose placeholders all
 * stand for nothing is left out.
 */
export function fillText(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const standsFor = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : "");
  const lines = text.split("\n").flatMap((line) => {
    const names = placeholdersIn(line);
    if (names.length > 0 && names.every((name) => standsFor(name).trim() === "")) return [];
    return [line.replace(placeholder, (_, name: string) => standsFor(name))];
  });
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

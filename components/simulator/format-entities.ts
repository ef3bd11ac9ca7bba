import type { TelegramEntity } from "@/components/simulator/simulator-types";

/** A run of text with one look; `href` only for http(s) links. */
export type TextRun = { text: string; at: number; kinds: string[]; href?: string };

/** Cuts a text at the borders of its entities (offsets in UTF-16 units, as Telegram's); entities may lie over one another. */
export function formatEntities(text: string, entities: TelegramEntity[] = []): TextRun[] {
  const borders = new Set([0, text.length]);
  for (const { offset, length } of entities) borders.add(offset).add(Math.min(offset + length, text.length));
  const points = [...borders].sort((one, other) => one - other);
  return points.slice(0, -1).flatMap((from, index) => {
    const to = points[index + 1] ?? text.length;
    const over = entities.filter(({ offset, length }) => offset <= from && offset + length >= to);
    const run: TextRun = { text: text.slice(from, to), at: from, kinds: over.map(({ type }) => type) };
    const link = over.find(({ type }) => type === "url" || type === "text_link");
    const href = link?.url ?? (link && text.slice(link.offset, link.offset + link.length));
    if (href && /^https?:\/\//i.test(href)) run.href = href;
    return run.text === "" ? [] : [run];
  });
}

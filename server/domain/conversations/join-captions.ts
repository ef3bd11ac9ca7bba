import type { TextEntity } from "@/server/lib/text-entity";

/** A text with its formatting. */
export type FormattedText = { text: string; entities: TextEntity[] };

/** The captions of an album's parts as one text, one under the other; empty ones leave no trace. */
export function joinCaptions(captions: FormattedText[]): FormattedText {
  const joined: FormattedText = { text: "", entities: [] };
  for (const { text, entities } of captions) {
    const gap = joined.text && text ? "\n\n" : "";
    const shift = joined.text.length + gap.length;
    joined.entities.push(...entities.map((entity) => ({ ...entity, offset: entity.offset + shift })));
    joined.text += gap + text;
  }
  return joined;
}

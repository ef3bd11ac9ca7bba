import { z } from "zod";
import { type TextEntity, textEntity } from "@/server/lib/text-entity";

const part = z.union([
  z.string(),
  z.looseObject({
    type: z.string(),
    text: z.string(),
    href: z.string().optional(),
    language: z.string().optional(),
  }),
]);
/** A string, or a list of strings and formatted parts. */
export const exportedText = z.union([z.string(), z.array(part)]);

/** Telegram Desktop's words for formatting (core/export, SerializeText) are ours; addresses, mentions and tags stay plain. */
const known = textEntity.shape.type;

/** The text with its formatting, offsets in UTF-16 units. */
export function readText(text: z.infer<typeof exportedText>): { text: string; entities: TextEntity[] } {
  let whole = "";
  const entities: TextEntity[] = [];
  for (const one of typeof text === "string" ? [text] : text) {
    const words = typeof one === "string" ? one : one.text;
    const type = typeof one === "string" ? undefined : known.safeParse(one.type).data;
    if (typeof one !== "string" && type && words.length > 0 && (type !== "text_link" || one.href)) {
      entities.push({
        type,
        offset: whole.length,
        length: words.length,
        ...(type === "text_link" && { url: one.href }),
        ...(type === "pre" && one.language && { language: one.language }),
      });
    }
    whole += words;
  }
  return { text: whole, entities };
}

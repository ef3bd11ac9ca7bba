import { type Locale, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";

/** Letters by name: `Mail.<name>Subject` and `Mail.<name>Text` in messages/<locale>/mail.json. */
type LetterName = PhraseKey extends infer Key
  ? Key extends `Mail.${infer Name}Subject`
    ? Name
    : never
  : never;

/** Subject and plain text of one of the product's letters, in the recipient's language. */
export function letter(
  locale: Locale,
  name: LetterName,
  values: PhraseValues = {},
): { subject: string; text: string } {
  return {
    subject: phrase(locale, `Mail.${name}Subject` as PhraseKey, values),
    text: phrase(locale, `Mail.${name}Text` as PhraseKey, values),
  };
}

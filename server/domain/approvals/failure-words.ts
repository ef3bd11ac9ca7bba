import { type Locale, phrase } from "@/server/lib/phrases";

const known = [
  "kicked",
  "chat_gone",
  "blocked",
  "no_rights",
  "unauthorised",
  "gave_up",
  "interrupted",
] as const;

/** Why an approved message was not sent; `detail` is the provider's own text. */
export function failureWords(locale: Locale, errorCode: string, detail: string): string {
  const code = known.find((one) => one === errorCode);
  return code ? phrase(locale, `Managers.notSent_${code}`) : phrase(locale, "Managers.notSent", { detail });
}

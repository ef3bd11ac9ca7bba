import { SENDING_FAILURES } from "@/server/domain/approvals/schema";
import { type Locale, phrase } from "@/server/lib/phrases";

/** Why an approved message was not sent; `detail` is the provider's own text. */
export function failureWords(locale: Locale, errorCode: string, detail: string): string {
  const code = SENDING_FAILURES.find((one) => one === errorCode);
  return code ? phrase(locale, `Managers.notSent_${code}`) : phrase(locale, "Managers.notSent", { detail });
}

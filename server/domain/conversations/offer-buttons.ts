import type { Conversation } from "@/prisma/generated/client";
import { localeFor, phrase } from "@/server/lib/phrases";
import type { OutgoingButton } from "@/server/providers/provider";

/** The buttons under an offer to call a manager, in the customer's language. */
export function offerButtons({ id, language }: Pick<Conversation, "id" | "language">): OutgoingButton[][] {
  const locale = localeFor(language);
  return [
    [{ label: phrase(locale, "Bot.offerYes"), data: `offer:yes:${id}` }],
    [{ label: phrase(locale, "Bot.offerNo"), data: `offer:no:${id}` }],
  ];
}

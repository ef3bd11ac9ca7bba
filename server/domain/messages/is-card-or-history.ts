import type { Delivery } from "@/prisma/generated/client";

/** Deliveries that carry a card or packed history, by their keys; they have no message of their own. */
export const cardOrHistory = {
  OR: [{ dedupeKey: { startsWith: "card:" } }, { dedupeKey: { startsWith: "history:" } }],
};

/** Whether a delivery is a topic's card or a part of its packed history. */
export function isCardOrHistory({ dedupeKey }: Pick<Delivery, "dedupeKey">): boolean {
  return cardOrHistory.OR.some((key) => dedupeKey.startsWith(key.dedupeKey.startsWith));
}

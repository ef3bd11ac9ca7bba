import type { Delivery, Message } from "@/prisma/generated/client";
import { queueEdit } from "@/server/domain/conversations/queue-edit";
import { isCardOrHistory } from "@/server/domain/messages/is-card-or-history";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

/** `errorCode` of a card or history that failed once and waits for its second try. */
export const secondTry = "second_try";
/** Enough for a short trouble to pass; what follows in the topic waits as long, to keep its order. */
const secondTryAfterMs = 10_000;

/**
 * Has what failed come in another way, and tells whether there is one: the text of a copy that cannot be changed as a
 * message of its own; a card or history once more, as plain text if it was refused. `errorBefore`: the delivery's
 * code while it waited.
 */
export async function tryOtherWay(
  tx: Tx,
  delivery: Delivery & { message: Message | null },
  errorBefore: string | null,
): Promise<boolean> {
  const act = delivery.act as OutgoingAct;
  const refused = delivery.errorCode === "refused";
  if (act.type === "edit" && delivery.message && refused) {
    await queueEdit(tx, delivery.message, delivery.chatId, true);
    return true;
  }
  if (act.type !== "message" || !isCardOrHistory(delivery) || errorBefore === secondTry) return false;
  const { entities, ...plain } = act.message;
  await tx.delivery.update({
    where: { id: delivery.id },
    data: {
      // Tried for half an hour already, it gets this one try more: attempts are not counted anew.
      state: "pending",
      startedAt: null,
      notBefore: new Date(clock.now().getTime() + secondTryAfterMs),
      errorCode: secondTry,
      act: { ...act, message: refused ? plain : act.message },
    },
  });
  return true;
}

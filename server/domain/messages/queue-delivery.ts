import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

/** The priority of what many are told at once: answers to somebody who waits for one overtake it. */
export const toldToMany = -1;

export type DeliveryDraft = {
  workspaceId: number;
  resourceId: number;
  chatId: number;
  topicId?: number;
  messageId?: number;
  approvalId?: number;
  act: OutgoingAct;
  /** Where topics share one group: 2 goes first, 1 before the rest, 0 (the default) is the rest; see also `toldToMany`. */
  priority?: number;
  /** It and what follows it in its line wait until then. */
  notBefore?: Date;
  /** The same key twice is one delivery. */
  dedupeKey: string;
};

/** Puts an act at the end of what waits for a chat and wakes the job that sends; a key seen before changes nothing. */
export async function queueDelivery(tx: Tx, draft: DeliveryDraft): Promise<void> {
  await tx.delivery.createMany({ data: [{ ...draft, act: draft.act as object }], skipDuplicates: true });
  await wakeChat(tx, draft.chatId);
}

/** Has everything that waits for a chat sent, one after another. */
export async function wakeChat(tx: Tx, chatId: number, runAt?: Date): Promise<void> {
  await enqueue(tx, "drain-chat", { chatId }, { jobKey: `drain:${chatId}`, runAt });
}

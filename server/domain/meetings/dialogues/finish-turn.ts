import { isDeepStrictEqual } from "node:util";
import type { OpenDialogue } from "@/server/domain/meetings/dialogues/dialogue";
import type { ShownSummary } from "@/server/domain/meetings/dialogues/summary";
import { turnKey } from "@/server/domain/meetings/dialogues/turn-key";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { transaction } from "@/server/lib/db";
import type { OutgoingMessage } from "@/server/providers/provider";

export type FinishedTurn = {
  workspaceId: number;
  resourceId: number;
  chatId: number;
  personId: number;
  /** Names the update that is answered. */
  updateKey: string;
  /** Where the person stood when the answer was made. */
  before: OpenDialogue | null;
  /** Where they stand now. */
  after: OpenDialogue | null;
  /** `summary`: the message shows how a meeting stands, and follows the answers from now on. */
  messages: (OutgoingMessage & { summary?: ShownSummary })[];
};

/**
 * Keeps where a person stands now and queues what they are told, once an update. `moved`: they stand elsewhere by now
 * than the answer was made for, so nothing was done.
 */
export async function finishTurn(turn: FinishedTurn): Promise<"done" | "moved"> {
  const { workspaceId, resourceId, chatId, personId, updateKey, before, after, messages } = turn;
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from meeting_people where id = ${personId} for no key update`;
    if ((await tx.delivery.count({ where: { dedupeKey: turnKey(updateKey, 0) } })) > 0) return "done";
    const stored = await tx.meetingDialogue.findUnique({ where: { personId } });
    const isElsewhere = before
      ? stored?.resourceId !== resourceId ||
        stored.name !== before.name ||
        stored.step !== before.step ||
        !isDeepStrictEqual(stored.data, before.data)
      : false;
    if (isElsewhere) return "moved";
    if (after) {
      const kept = { ...after, resourceId };
      await tx.meetingDialogue.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
    } else if (stored?.resourceId === resourceId)
      await tx.meetingDialogue.deleteMany({ where: { personId } });
    for (const [index, { summary, ...message }] of messages.entries()) {
      const dedupeKey = turnKey(updateKey, index);
      if (summary) {
        const { text: shown, ...about } = summary;
        const kept = { ...about, shown, chatId, deliveryKey: dedupeKey, externalId: null, editedAt: null };
        await tx.meetingSummary.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
      }
      await queueDelivery(tx, {
        workspaceId,
        resourceId,
        chatId,
        act: { type: "message", message },
        dedupeKey,
      });
    }
    return "done";
  });
}

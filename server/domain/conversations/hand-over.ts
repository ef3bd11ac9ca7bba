import type { Conversation, Prisma } from "@/prisma/generated/client";
import { sayOffHours } from "@/server/domain/conversations/say-off-hours";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import type { HandoverReason } from "@/server/domain/knowledge/types";
import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import type { PhraseKey } from "@/server/lib/phrases";

/** Hands a locked conversation from the assistant to managers, tells the customer (out of hours also when somebody will be there), and has the topic opened. */
export async function handOver(
  tx: Tx,
  conversation: Conversation,
  reason: HandoverReason,
  data: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<Conversation> {
  const now = clock.now();
  const handed = await sayPhrase(
    tx,
    conversation,
    { key: words[reason] ?? "Bot.handedOver", author: "assistant", kind: "notice" },
    {
      ...data,
      state: "waiting",
      handoffReason: reason,
      waitingSince: now,
      handedOverAt: conversation.handedOverAt ?? now,
      waitNoticedAt: now,
      ...waitsForPerson(now),
      offer: conversation.offer === "open" ? "accepted" : conversation.offer,
      answeredSeq: conversation.lastSeq,
    },
  );
  await enqueue(
    tx,
    "open-topic",
    { conversationId: conversation.id },
    { jobKey: `topic:${conversation.id}` },
  );
  return (await sayOffHours(tx, handed, null)) ?? handed;
}

const words: Partial<Record<HandoverReason, PhraseKey>> = {
  complaint: "Bot.handedOverComplaint",
  emergency: "Bot.handedOverEmergency",
};

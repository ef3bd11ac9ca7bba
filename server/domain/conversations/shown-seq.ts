import type { Tx } from "@/server/lib/db";

/** Number of the last message whose copy stands in the conversation's topic, alone, merged or packed; 0 for none. */
export async function shownSeq(tx: Tx, conversationId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: number | null }[]>`
    select max(coalesce(messages.seq, split_part(deliveries.dedupe_key, ':', 3)::int)) as seq
    from topics
    join deliveries on deliveries.chat_id = topics.chat_id and deliveries.topic_id = topics.id
      and deliveries.state = 'sent'
    left join messages on messages.id = deliveries.message_id
    where topics.conversation_id = ${conversationId} and topics.state <> 'deleted'
      and deliveries.act->>'type' = 'message'
      and (messages.id is not null or deliveries.dedupe_key like 'history:%')`;
  return row?.seq ?? 0;
}

import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";

/**
 * Writes down that what the assistant said has arrived, and ties the provider's messages to it: nothing follows from that,
 * and nobody is shown it. Returns false, with nothing done, where more is to be thought of.
 */
export async function noteArrived(deliveryId: number, externalIds: string[]): Promise<boolean> {
  const { rowCount } = await pool().query({
    name: "note_arrived",
    text: `
      with done as (
        update deliveries set state = 'sent', sent_at = $2, error_code = null, error_detail = null
        where id = $1 and exists (
          select from messages where messages.id = message_id and author = 'assistant' and edited_at is null)
        returning chat_id, message_id
      ), linked as (
        insert into message_links (chat_id, external_id, message_id, inbound)
        select chat_id, sent.external_id, message_id, false
        from done cross join unnest($3::text[]) as sent (external_id)
        on conflict do nothing
      )
      select from done`,
    values: [deliveryId, clock.now(), externalIds],
  });
  return rowCount === 1;
}

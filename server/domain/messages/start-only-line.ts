import type { Delivery } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";

const columns = `
  deliveries.id, deliveries.workspace_id as "workspaceId", deliveries.resource_id as "resourceId",
  deliveries.chat_id as "chatId", deliveries.topic_id as "topicId", deliveries.message_id as "messageId",
  deliveries.approval_id as "approvalId",
  deliveries.act, deliveries.dedupe_key as "dedupeKey", deliveries.state, deliveries.priority, deliveries.attempts,
  deliveries.started_at as "startedAt", deliveries.not_before as "notBefore", deliveries.merged,
  deliveries.sent_at as "sentAt", deliveries.error_code as "errorCode", deliveries.error_detail as "errorDetail",
  deliveries.created_at as "createdAt"`;

/**
 * Marks the first that waits for a private chat, which is one line, as started and returns it; "nothing" waits, or
 * "held" is what may not go just now: it was interrupted or must wait.
 */
export async function startOnlyLine(chatId: number): Promise<Delivery | "nothing" | "held"> {
  const { rows } = await pool().query<Delivery & { started: boolean }>({
    name: "start_only_line",
    text: `
      with head as (
        select id, started_at, not_before from deliveries where chat_id = $1 and state = 'pending' order by id limit 1
      ), started as (
        update deliveries set started_at = $2, attempts = deliveries.attempts + 1, merged = false from head
        where deliveries.id = head.id and deliveries.state = 'pending' and head.started_at is null
          and (head.not_before is null or head.not_before <= $2)
        returning ${columns}
      )
      select started.*, started.id is not null as started from head left join started on true`,
    values: [chatId, clock.now()],
  });
  const [head] = rows;
  if (!head) return "nothing";
  const { started, ...delivery } = head;
  return started ? delivery : "held";
}

import { queueFetch } from "@/server/domain/files/queue-fetch";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { laneKey } from "@/server/domain/resources/stored-updates";
import { queueHearing } from "@/server/domain/speech/queue-transcription";
import { enqueue } from "@/server/jobs/enqueue";
import { db, transaction } from "@/server/lib/db";

/**
 * Queues again whatever has waited for more than a minute although nothing holds it back: stored updates,
 * deliveries whose chat is not held and whose bot is not stopped, attachments whose bytes no job fetches, and recordings that no job turns into words. A job that exists already is only
 * replaced by itself.
 */
export async function requeueStranded(): Promise<void> {
  const lanes = await db.$queryRaw<{ resource_id: number; lane: string }[]>`
    select distinct resource_id, lane from inbound_updates
    where processed_at is null and received_at < now() - interval '1 minute' limit 500`;
  const chats = await db.$queryRaw<{ id: number }[]>`
    select distinct chats.id from chats join deliveries on deliveries.chat_id = chats.id
      join resources on resources.id = chats.resource_id join workspaces on workspaces.id = chats.workspace_id
    where resources.state <> 'paused' and workspaces.bot_stopped_at is null
      and deliveries.state = 'pending' and deliveries.created_at < now() - interval '1 minute'
      and (chats.held_until is null or chats.held_until < now()) limit 500`;
  const attachments = await db.$queryRaw<{ id: number; line: string }[]>`
    select attachments.id, coalesce(messages.conversation_id::text, 'chat:' || hub_messages.chat_id) as line
    from attachments left join messages on messages.id = attachments.message_id
      left join hub_messages on hub_messages.id = attachments.hub_message_id
    where attachments.state = 'fetching'
      and coalesce(messages.created_at, hub_messages.created_at) < now() - interval '1 minute'
      and not exists (
        select 1 from graphile_worker.jobs where key = 'fetch:' || attachments.id and attempts < max_attempts
      ) limit 500`;
  const unheard = await db.$queryRaw<{ id: number }[]>`
    select attachment_id as id from transcriptions join attachments on attachments.id = attachment_id
    where transcriptions.state = 'queued' and attachments.state <> 'fetching'
      and created_at < now() - interval '1 minute'
      and not exists (
        select 1 from graphile_worker.jobs where key = 'transcribe:' || attachment_id and attempts < max_attempts
      ) limit 500`;
  const hubs = await db.$queryRaw<{ id: number }[]>`
    select id from workspaces where exists (
      select 1 from hub_messages
      where workspace_id = workspaces.id and needs_analysis and created_at < now() - interval '1 minute'
    ) limit 500`;
  if (lanes.length + chats.length + attachments.length + unheard.length + hubs.length === 0) return;
  await transaction(async (tx) => {
    for (const { resource_id: resourceId, lane } of lanes) {
      await enqueue(tx, "process-updates", { resourceId, lane }, { jobKey: laneKey({ resourceId, lane }) });
    }
    for (const { id } of hubs) await wakeAnalysis(tx, id);
    for (const { id } of chats) {
      await wakeChat(tx, id);
    }
    for (const { id, line } of attachments) await queueFetch(tx, { attachmentId: id, line });
    for (const { id } of unheard) await queueHearing(tx, id);
  });
}

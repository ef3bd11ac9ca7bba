import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { noteSeen } from "@/server/domain/messages/hub/note-seen";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import type { Tx } from "@/server/lib/db";

/**
 * Brings messages of conversations into the hub as they stand now, new ones in their order and known ones anew. They
 * stand in the customer's private chat, which is made known where the customer has only used the Mini App. Private notes
 * stay out.
 */
export async function takeOverMessages(tx: Tx, workspaceId: number, messageIds: number[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.$executeRaw`
    insert into chats (workspace_id, resource_id, external_id, type, contact_id)
    select distinct conversation.workspace_id, conversation.resource_id, contact.external_id, 'private'::"ChatType",
      contact.id
    from messages join conversations conversation on conversation.id = messages.conversation_id
    join contacts contact on contact.id = conversation.contact_id
    where messages.id = any(${messageIds}) and messages.workspace_id = ${workspaceId} and not exists (
      select from chats where chats.resource_id = conversation.resource_id and chats.external_id = contact.external_id)
    on conflict do nothing`;
  const rows = await tx.$queryRawUnsafe<{ id: number; needsAnalysis: boolean }[]>(
    takingOver,
    workspaceId,
    messageIds,
  );
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  // An answer and what it answers may come together.
  await tx.$executeRaw`
    update hub_messages set reply_to_id = target.id
    from messages join hub_messages target on target.message_id = messages.reply_to_id
    where hub_messages.id = any(${ids}) and hub_messages.message_id = messages.id
      and hub_messages.reply_to_id is distinct from target.id`;
  await noteSeen(tx, ids);
  await tellHub(tx, workspaceId);
  if (rows.some(({ needsAnalysis }) => needsAnalysis)) await wakeAnalysis(tx, workspaceId);
}

const takingOver = `
  with told as (
    select message.*, chat.id as chat_id, link.external_id, file.kind as file_kind, words.heard,
      (case message.author when 'customer' then 'contact' when 'assistant' then 'assistant' when 'system' then 'system'
        -- What a program says for the team is the team's word, though nobody wrote it.
        else case when message.user_id is null and message.contact_id is not null then 'contact' else 'member' end
        end)::"HubAuthor" as teller,
      case when message.author = 'customer' then conversation.contact_id
        when message.author = 'manager' and message.user_id is null then message.contact_id end as teller_id
    from messages message
    join conversations conversation on conversation.id = message.conversation_id
    join contacts customer on customer.id = conversation.contact_id
    join chats chat on chat.resource_id = conversation.resource_id and chat.external_id = customer.external_id
    left join lateral (
      select links.external_id from message_links links
      where links.message_id = message.id and links.chat_id = chat.id order by links.id limit 1
    ) link on true
    left join lateral (
      select kind from attachments where attachments.message_id = message.id order by position limit 1
    ) file on true
    left join lateral (
      select string_agg(transcriptions.text, E'\\n' order by position) as heard
      from attachments join transcriptions on transcriptions.attachment_id = attachments.id
      where attachments.message_id = message.id and transcriptions.state = 'ready'
    ) words on true
    where message.id = any($2) and message.workspace_id = $1 and message.kind <> 'note'
  )
  insert into hub_messages as known (workspace_id, chat_id, author, contact_id, user_id, conversation_id, message_id,
    external_id, type, text, transcript, entities, is_automatic, has_file, sent_at, edited_at, deleted_at, needs_analysis)
  select $1, told.chat_id, teller, teller_id, user_id, conversation_id, told.id,
    -- An import may have brought the same message.
    (select told.external_id where not exists (
      select from hub_messages other where other.chat_id = told.chat_id and other.external_id = told.external_id
        and other.message_id is distinct from told.id)),
    case when teller = 'system' then 'service'::"HubMessageType"
      else coalesce(file_kind::text, 'text')::"HubMessageType" end,
    told.text, heard, told.entities, teller in ('assistant', 'system') or (teller = 'member' and user_id is null),
    file_kind is not null and file_kind not in ('location', 'contact'), told.created_at, told.edited_at,
    told.deleted_at, teller = 'contact' and contacts.role = 'client' and told.text || coalesce(heard, '') <> ''
      and told.deleted_at is null
  from told left join contacts on contacts.id = told.teller_id
  order by told.id
  on conflict (message_id) do update set
    text = excluded.text, transcript = excluded.transcript, entities = excluded.entities, edited_at = excluded.edited_at,
    deleted_at = excluded.deleted_at, has_file = excluded.has_file,
    external_id = coalesce(excluded.external_id, known.external_id),
    needs_analysis = case when known.text = excluded.text
        and known.transcript is not distinct from excluded.transcript then known.needs_analysis and excluded.deleted_at is null
      else excluded.needs_analysis end
  where (known.text, known.transcript, known.entities, known.edited_at, known.deleted_at, known.has_file, known.external_id)
    is distinct from (excluded.text, excluded.transcript, excluded.entities, excluded.edited_at, excluded.deleted_at, excluded.has_file,
      coalesce(excluded.external_id, known.external_id))
  returning id, needs_analysis as "needsAnalysis"`;

import type { Message } from "@/prisma/generated/client";
import type { CitationView, CustomerMessageView } from "@/server/domain/conversations/schema";
import type { ShownAttachment } from "@/server/domain/files/attachment-view";
import type { AttachmentKindName } from "@/server/domain/files/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { pool } from "@/server/lib/db";

/** A message with all that its customer is shown of it. */
export type ShownMessage = Pick<
  Message,
  | "id"
  | "conversationId"
  | "seq"
  | "author"
  | "kind"
  | "text"
  | "entities"
  | "clientId"
  | "createdAt"
  | "editedAt"
  | "deletedAt"
> & {
  writerName: string | null;
  language: string;
  staffReadSeq: number;
  replyTo:
    | (Pick<Message, "id" | "author" | "kind" | "text"> & { attachments: { kind: AttachmentKindName }[] })
    | null;
  citations: CitationView[];
  attachments: ShownAttachment[];
  reactions: CustomerMessageView["reactions"];
  /** Those into topics that stand, oldest first. */
  deliveries: { state: "pending" | "sent" | "failed" | "unknown"; errorCode: string | null }[];
};

// One statement instead of one for each relation: every message of every customer is read so, several times.
const text = `
  select messages.id, messages.conversation_id as "conversationId", messages.seq, messages.author, messages.kind,
    messages.text, messages.entities, messages.client_id as "clientId", messages.created_at as "createdAt",
    messages.edited_at as "editedAt", messages.deleted_at as "deletedAt",
    coalesce(users.name, writers.first_name) as "writerName",
    conversations.language, conversations.staff_read_seq as "staffReadSeq",
    (select json_build_object('id', replied.id, 'author', replied.author, 'kind', replied.kind, 'text', replied.text,
        'attachments', (select coalesce(json_agg(json_build_object('kind', kind) order by position), '[]')
          from attachments where message_id = replied.id))
      from messages replied where replied.id = messages.reply_to_id) as "replyTo",
    (select coalesce(json_agg(json_build_object('number', number, 'sourceTitle', source_title, 'heading', heading,
        'quote', quote) order by number), '[]')
      from message_citations where message_id = messages.id) as citations,
    (select coalesce(json_agg(json_build_object('id', attachments.id, 'kind', kind, 'state', state,
        'errorCode', error_code, 'fileName', attachments.file_name, 'mimeType', attachments.mime_type,
        'sizeBytes', attachments.size_bytes, 'details', details, 'file', case when files.id is not null then
          json_build_object('id', files.id, 'fileName', files.file_name, 'mimeType', files.mime_type,
            'sizeBytes', files.size_bytes, 'thumbnailKey', files.thumbnail_key) end,
        'transcription', (select json_build_object('state', state, 'text', text, 'errorCode', error_code)
          from transcriptions where attachment_id = attachments.id)) order by position), '[]')
      from attachments left join files on files.id = file_id where message_id = messages.id) as attachments,
    (select coalesce(json_agg(json_build_object('by', side, 'emoji', emoji) order by side), '[]')
      from reactions where message_id = messages.id) as reactions,
    (select coalesce(json_agg(json_build_object('state', deliveries.state, 'errorCode', error_code)
        order by deliveries.id), '[]')
      from deliveries join topics on topics.id = topic_id and topics.state <> 'deleted'
      where message_id = messages.id) as deliveries
  from unnest($1::int[], $2::int[], $3::int[], $4::int[]) as wanted (id, workspace_id, resource_id, contact_id)
  join messages on messages.id = wanted.id and messages.kind <> 'note'
  join conversations on conversations.id = messages.conversation_id
    and conversations.workspace_id = wanted.workspace_id and conversations.resource_id = wanted.resource_id
    and conversations.contact_id = wanted.contact_id
  left join users on users.id = messages.user_id
  left join contacts writers on writers.id = messages.contact_id
  order by messages.id`;

/** The wanted messages that the actor beside each may see, by id; a foreign one and a private note are left out. */
export async function readCustomerMessages(
  wanted: { actor: CustomerActor; id: number }[],
): Promise<ShownMessage[]> {
  if (wanted.length === 0) return [];
  const { rows } = await pool().query<ShownMessage>({
    name: "read_customer_messages",
    text,
    values: [
      wanted.map(({ id }) => id),
      wanted.map(({ actor }) => actor.workspaceId),
      wanted.map(({ actor }) => actor.resourceId),
      wanted.map(({ actor }) => actor.contactId),
    ],
  });
  return rows;
}

import type { Conversation, Message, Resource, Transcription } from "@/prisma/generated/client";
import type { AttachmentKindName } from "@/server/domain/files/schema";
import { type ModelSettings, modelOf, type WorkspaceModel } from "@/server/domain/usage/model-for";
import { pool } from "@/server/lib/db";

export type TurnMessage = Pick<Message, "id" | "seq" | "author" | "text"> & {
  /** ISO 8601. */
  createdAt: string;
  attachments: {
    kind: AttachmentKindName;
    /** What was heard in a recording, where its words are asked for. */
    transcription: Pick<Transcription, "state" | "text"> | null;
  }[];
};

export type TurnConversation = Pick<
  Conversation,
  | "id"
  | "workspaceId"
  | "resourceId"
  | "contactId"
  | "revision"
  | "language"
  | "lastOrigin"
  | "answeredSeq"
  | "staffReadSeq"
  | "offer"
> &
  Pick<Resource, "provider">;

/** All that an answer is decided from, as it stood in one moment; `recent` is the oldest first. */
export type TurnState = {
  conversation: TurnConversation;
  companyName: string;
  knowledgeRevision: number;
  model: WorkspaceModel | null;
  recent: TurnMessage[];
};

type Row = TurnConversation &
  Pick<TurnState, "companyName" | "knowledgeRevision" | "recent"> & { settings: ModelSettings | null };

// One statement: every message of every customer is answered from it.
const text = `
  select conversations.id, conversations.workspace_id as "workspaceId", resource_id as "resourceId",
    contact_id as "contactId", revision, language, last_origin as "lastOrigin", answered_seq as "answeredSeq",
    staff_read_seq as "staffReadSeq", offer, workspaces.name as "companyName",
    (select provider from resources where id = resource_id) as provider,
    knowledge_revision as "knowledgeRevision",
    (select json_build_object('mode', mode, 'baseUrl', base_url, 'model', model, 'embeddingModel', embedding_model,
        'apiKey', api_key, 'capabilities', capabilities, 'origin', workspaces.origin,
        'changedAt', (extract(epoch from updated_at) * 1000)::bigint)
      from ai_settings where ai_settings.workspace_id = workspaces.id) as settings,
    (select coalesce(json_agg(recent order by seq), '[]') from (
      select id, seq, author, text, created_at as "createdAt",
        (select coalesce(json_agg(json_build_object('kind', attachments.kind, 'transcription', (
            select json_build_object('state', state, 'text', text) from transcriptions
            where attachment_id = attachments.id)) order by position), '[]')
          from attachments where message_id = messages.id) as attachments
      from messages
      where conversation_id = conversations.id and author <> 'system' and kind <> 'note' and deleted_at is null
      order by seq desc limit $2) as recent) as recent
  from conversations join workspaces on workspaces.id = conversations.workspace_id
  where conversations.id = $1 and state = 'assistant' and bot_stopped_at is null`;

/**
 * What the assistant has before its eyes when it is to answer, with up to `most` messages that customers see; null when
 * it is not the one to answer: people lead, the conversation is closed or gone, the workspace's bot is stopped.
 */
export async function readTurn(conversationId: number, most: number): Promise<TurnState | null> {
  const { rows } = await pool().query<Row>({ name: "read_turn", text, values: [conversationId, most] });
  const [row] = rows;
  if (!row) return null;
  const { companyName, knowledgeRevision, settings, recent, ...conversation } = row;
  const model = modelOf(conversation.workspaceId, settings);
  return { conversation, companyName, knowledgeRevision, model, recent };
}

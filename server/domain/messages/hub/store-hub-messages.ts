import type { HubMessageType } from "@/prisma/generated/client";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { attachHubFiles } from "@/server/domain/messages/hub/attach-hub-files";
import { noteSeen } from "@/server/domain/messages/hub/note-seen";
import { resolveHubReplies } from "@/server/domain/messages/hub/resolve-hub-replies";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import type { Tx } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/** A message as it stands in a chat at the provider, said by a contact of ours. */
export type HubMessageDraft = {
  /** Ours. */
  chatId: number;
  /** The provider's id of the message in its chat. */
  externalId: string;
  contactId: number | null;
  type: HubMessageType;
  text: string;
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
  /** Whatever its sender's role says, nobody wrote it for this chat. */
  isAutomatic?: boolean;
  isForwarded?: boolean;
  forwardedFrom?: string | null;
  albumId?: string | null;
  replyToExternalId?: string | null;
  sentAt: Date;
  /** The provider's time of its last edit; what is older than the edit we have changes nothing. */
  editedAt?: Date | null;
};

export type StoredHubMessage = { id: number; chatId: number; externalId: string; isNew: boolean };

type Row = StoredHubMessage & { needsAnalysis: boolean };

/**
 * Stores messages of a workspace's chats, some hundred at a time, in their order: one that is known is a double, or an
 * edit when it says when it was edited; an edit that overtook its message stands for it. Chats and contacts of another
 * workspace are passed over. Returns those that are new or were changed. `bulk` is for imports: replies to messages that
 * come in a later batch are left to one `resolveHubReplies` at the end.
 */
export async function storeHubMessages(
  tx: Tx,
  workspaceId: number,
  drafts: HubMessageDraft[],
  { bulk = false }: { bulk?: boolean } = {},
): Promise<StoredHubMessage[]> {
  if (drafts.length === 0) return [];
  const wanted = [...newestOfEach(drafts).values()];
  const rows = await tx.$queryRawUnsafe<Row[]>(storing, workspaceId, JSON.stringify(wanted.map(toGiven)));
  const fresh = rows.filter(({ isNew }) => isNew).map(({ id }) => id);
  await attachHubFiles(tx, rows, wanted);
  await resolveHubReplies(tx, fresh, { late: !bulk });
  await noteSeen(tx, fresh);
  if (rows.length > 0) await tellHub(tx, workspaceId);
  if (rows.some(({ needsAnalysis }) => needsAnalysis)) await wakeAnalysis(tx, workspaceId);
  return rows.map(({ needsAnalysis: _told, ...row }) => row);
}

/** One statement takes a message once: of several states of one the newest counts. */
function newestOfEach(drafts: HubMessageDraft[]): Map<string, HubMessageDraft> {
  const newest = new Map<string, HubMessageDraft>();
  for (const draft of drafts) {
    const key = `${draft.chatId}/${draft.externalId}`;
    const known = newest.get(key);
    if (known && (known.editedAt?.getTime() ?? 0) > (draft.editedAt?.getTime() ?? 0)) continue;
    newest.set(key, draft);
  }
  return newest;
}

/** What Postgres refuses in text is left out. */
function clean<Text extends string | null | undefined>(text: Text): Text {
  return text?.replaceAll("\u0000", "").toWellFormed() as Text;
}

function toGiven({ attachments = [], entities = [], ...draft }: HubMessageDraft, place: number) {
  return {
    ...draft,
    place,
    text: clean(draft.text),
    forwardedFrom: clean(draft.forwardedFrom),
    entities,
    hasFile: attachments.some(({ kind }) => kind !== "location" && kind !== "contact"),
  };
}

/** Which messages are analysed: what people who are clients wrote, in words. */
const storing = `
  with given as (
    select * from jsonb_to_recordset($2::jsonb) as given(
      place int, "chatId" int, "externalId" text, "contactId" int, type "HubMessageType", text text, entities jsonb,
      "isAutomatic" boolean, "isForwarded" boolean, "forwardedFrom" text, "hasFile" boolean, "albumId" text,
      "replyToExternalId" text, "sentAt" timestamptz, "editedAt" timestamptz)
  ), told as (
    select given.*, contacts.id as teller, contacts.role,
      coalesce("isAutomatic", false) or coalesce(contacts.role in ('broadcast_bot', 'assistant_bot'), true) as automatic
    from given join chats on chats.id = given."chatId" and chats.workspace_id = $1
    left join contacts on contacts.id = given."contactId" and contacts.workspace_id = $1
    where given."contactId" is null or contacts.id is not null
  )
  insert into hub_messages as known (workspace_id, chat_id, author, contact_id, external_id, type, text, entities,
    is_automatic, is_forwarded, forwarded_from, has_file, album_id, reply_to_external_id, reply_to_id, sent_at,
    edited_at, needs_analysis)
  select $1, "chatId", (case when teller is null then 'system' else 'contact' end)::"HubAuthor", teller, "externalId",
    type, text, entities, automatic, coalesce("isForwarded", false), "forwardedFrom", "hasFile", "albumId",
    "replyToExternalId",
    (select id from hub_messages target
     where target.chat_id = told."chatId" and target.external_id = told."replyToExternalId"),
    "sentAt", "editedAt", not automatic and role = 'client' and type <> 'service' and text <> ''
  from told order by place
  on conflict (chat_id, external_id) do update set
    text = excluded.text, entities = excluded.entities, type = excluded.type, edited_at = excluded.edited_at,
    has_file = excluded.has_file,
    needs_analysis = case when known.text = excluded.text then known.needs_analysis else excluded.needs_analysis end
  where excluded.edited_at is not null and (known.edited_at is null or excluded.edited_at >= known.edited_at)
    and known.deleted_at is null
  returning id, chat_id as "chatId", external_id as "externalId", xmax = 0 as "isNew",
    needs_analysis as "needsAnalysis"`;

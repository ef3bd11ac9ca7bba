import { attachHubFiles } from "@/server/domain/messages/hub/attach-hub-files";
import type { HubMessageDraft, StoredHubMessage } from "@/server/domain/messages/hub/hub-message-draft";
import { noteSeen } from "@/server/domain/messages/hub/note-seen";
import { resolveHubReplies } from "@/server/domain/messages/hub/resolve-hub-replies";
import type { Tx } from "@/server/lib/db";

/**
 * The rows of `storeHubMessages`, of which nobody is told; with whether anything waits for its analysis.
 */
export async function insertHubMessages(
  tx: Tx,
  workspaceId: number,
  drafts: HubMessageDraft[],
  { late }: { late: boolean },
): Promise<{ stored: StoredHubMessage[]; waits: boolean }> {
  if (drafts.length === 0) return { stored: [], waits: false };
  const wanted = [...newestOfEach(drafts).values()];
  const rows = await tx.$queryRawUnsafe<(StoredHubMessage & { needsAnalysis: boolean })[]>(
    storing,
    workspaceId,
    JSON.stringify(wanted.map(toGiven)),
  );
  const fresh = rows.filter(({ isNew }) => isNew).map(({ id }) => id);
  await attachHubFiles(tx, rows, wanted);
  await resolveHubReplies(tx, fresh, { late });
  await noteSeen(tx, fresh);
  return {
    stored: rows.map(({ needsAnalysis: _told, ...row }) => row),
    waits: rows.some(({ needsAnalysis }) => needsAnalysis),
  };
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

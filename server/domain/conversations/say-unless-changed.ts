import { answerText, quotesOf } from "@/server/domain/conversations/answer-text";
import { openChatButton } from "@/server/domain/conversations/open-chat-button";
import type { TurnConversation } from "@/server/domain/conversations/read-turn";
import { tellChanged } from "@/server/domain/conversations/record-change";
import type { AssistantDecision } from "@/server/domain/knowledge/types";
import { putInLine } from "@/server/jobs/put-in-line";
import { tellQueued } from "@/server/jobs/queued-here";
import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";
import { wasUndone } from "@/server/lib/was-undone";
import type { OutgoingAct } from "@/server/providers/provider";

// What sayDecision does with an answer, in one statement, which is a transaction of its own. The row's other conditions
// are written so that no index serves them: Postgres would walk all the workspace's conversations before it knows how many.
const text = `
  with told as (
    update conversations set answered_seq = $4, staff_read_seq = greatest(staff_read_seq, $4), language = $5,
      offer = 'none', first_reply_at = coalesce(first_reply_at, $6::timestamptz), last_message_at = $6,
      last_seq = last_seq + 1, revision = revision + 1
    where id = $1 and workspace_id + 0 = $2 and revision = $3 and state::text = 'assistant'
      and exists (select from workspaces where id = $2 and bot_stopped_at is null)
    returning *
  ), message as (
    insert into messages (workspace_id, conversation_id, seq, author, origin, text, language, created_at)
    select workspace_id, id, last_seq, 'assistant', 'assistant', $7::text, $5, $6::timestamptz from told returning id
  ), cited as (
    insert into message_citations (message_id, number, passage_id, source_title, heading, quote)
    select message.id, quotes.number, passages.id, coalesce(sources.title, ''),
      coalesce(array_to_string(passages.heading, ' › '), ''), quotes.quote
    from message cross join jsonb_to_recordset($8::jsonb) as quotes (number int, "passageId" int, quote text)
    left join passages on passages.id = quotes."passageId"
    left join knowledge_sources sources on sources.id = passages.source_id
  ), change as (
    insert into conversation_changes (conversation_id, workspace_id, revision, state, type, message_id)
    select told.id, workspace_id, revision, state, 'message', message.id from told cross join message
  ), delivery as (
    insert into deliveries (workspace_id, resource_id, chat_id, message_id, act, dedupe_key)
    select told.workspace_id, told.resource_id, chat.id, message.id, $9::jsonb, 'message:' || message.id || ':customer'
    from told cross join message cross join lateral (
      select id from chats where resource_id = told.resource_id and contact_id = told.contact_id and type = 'private'
      limit 1
    ) chat
    where told.last_origin = 'bot' or not exists (
      select from mini_app_presences presences where presences.contact_id = told.contact_id
        and presences.resource_id = told.resource_id and expires_at > $6::timestamptz)
    returning chat_id
  ), drain as (${putInLine(
    "select 'drain-chat', json_build_object('chatId', chat_id), null::timestamptz, 'drain:' || chat_id from delivery",
  )})
  select (select count(*) from told)::int as told, (select count(*) from delivery)::int as pushed,
    1 / (case when (select count(*) from delivery) = (select count(*) from drain) then 1 else 0 end) as whole`;

/**
 * Tells an answer that was decided about a conversation of which nothing has changed since it was read, and returns
 * true; false when something has, or the job that delivers it runs just now: then nothing is done.
 */
export async function sayUnlessChanged(
  conversation: TurnConversation,
  { sentences, language }: Extract<AssistantDecision, { kind: "answer" }>,
  upToSeq: number,
): Promise<boolean> {
  const said = answerText(sentences);
  const { resourceId, provider } = conversation;
  const buttons = openChatButton({ id: resourceId, provider }, language);
  const act: OutgoingAct = { type: "message", message: { text: said, buttons } };
  const { id, workspaceId, revision } = conversation;
  const values = [id, workspaceId, revision, upToSeq, language, clock.now(), said];
  try {
    const { rows } = await pool().query<{ told: number; pushed: number }>({
      name: "say_unless_changed",
      text,
      values: [...values, JSON.stringify(quotesOf(sentences)), JSON.stringify(act)],
    });
    const [outcome] = rows;
    if (!outcome?.told) return false;
    tellChanged(conversation);
    if (outcome.pushed) tellQueued("drain-chat");
    return true;
  } catch (error) {
    if (wasUndone(error)) return false;
    throw error;
  }
}

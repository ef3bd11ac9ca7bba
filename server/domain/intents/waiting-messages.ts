import { fingerprintSql } from "@/server/domain/intents/save-understandings";
import type { Speaker } from "@/server/domain/intents/schema";
import { db } from "@/server/lib/db";

/** A message that waits for its analysis. */
export type WaitingMessage = {
  id: number;
  fingerprint: string;
  /** Its text, and what was heard in it. */
  words: string;
  speaker: Speaker;
};

/** The newest messages of a workspace that wait for their analysis: those are looked at first. */
export function waitingMessages(workspaceId: number, limit: number): Promise<WaitingMessage[]> {
  return db.$queryRawUnsafe<WaitingMessage[]>(
    `select hub_messages.id, ${fingerprintSql} as fingerprint,
       concat_ws(E'\\n', nullif(hub_messages.text, ''), hub_messages.transcript) as words,
       case when contacts.role = 'broadcast_bot' or chats.type = 'channel' then 'broadcaster'
            when contacts.role = 'client' then 'client' else 'staff' end as speaker
     from hub_messages join chats on chats.id = hub_messages.chat_id
       left join contacts on contacts.id = hub_messages.contact_id
     where hub_messages.workspace_id = $1 and hub_messages.needs_analysis
     order by hub_messages.id desc limit $2`,
    workspaceId,
    limit,
  );
}

import { fingerprintSql } from "@/server/domain/intents/save-understandings";
import { db } from "@/server/lib/db";

/** A message that waits for its analysis. */
export type WaitingMessage = {
  id: number;
  fingerprint: string;
  /** Its text, and what was heard in it. */
  words: string;
};

/** The oldest messages of a workspace that wait for their analysis. */
export function waitingMessages(workspaceId: number, limit: number): Promise<WaitingMessage[]> {
  return db.$queryRawUnsafe<WaitingMessage[]>(
    `select id, ${fingerprintSql} as fingerprint, concat_ws(E'\\n', nullif(text, ''), transcript) as words
     from hub_messages where workspace_id = $1 and needs_analysis order by id limit $2`,
    workspaceId,
    limit,
  );
}

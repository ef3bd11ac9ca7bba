import { readMessage } from "@/server/domain/messages/hub/for-programs/read-message";
import { hubMessageViews } from "@/server/domain/messages/hub/hub-message-views";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { pool } from "@/server/lib/db";

export type MessageContext = { message: HubMessageView; before: HubMessageView[]; after: HubMessageView[] };

/** What was said in its chat around a message, oldest first. Throws `forbidden`, `not_found` (`message`). */
export async function messageContext(
  actor: ApiKeyActor,
  id: string,
  { before, after }: { before: number; after: number },
): Promise<MessageContext> {
  const message = await readMessage(actor, id);
  const beside = async (sign: "<" | ">", order: "asc" | "desc", limit: number) => {
    const { rows } = await pool().query<{ id: number }>(
      `select m.id from hub_messages m
       where m.workspace_id = $1 and m.chat_id = $2 and (m.sent_at, m.id) ${sign} ($3::timestamptz, $4::int)
       order by m.sent_at ${order}, m.id ${order} limit $5`,
      [actor.workspaceId, message.chat.id, message.sentAt, message.id, limit],
    );
    return rows.map((row) => row.id);
  };
  const [older, newer] = await Promise.all([beside("<", "desc", before), beside(">", "asc", after)]);
  const views = await hubMessageViews(actor.workspaceId, [...older.reverse(), ...newer]);
  return { message, before: views.slice(0, older.length), after: views.slice(older.length) };
}

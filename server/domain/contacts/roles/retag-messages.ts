import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import type { Tx } from "@/server/lib/db";

/** Has the messages of contacts whose role changed follow it: a bot's are automatic, a client's words are analysed. */
export async function retagMessages(tx: Tx, workspaceId: number, contactIds: number[]): Promise<void> {
  if (contactIds.length === 0) return;
  const count = await tx.$executeRaw`
    update hub_messages set
      is_automatic = contacts.role in ('broadcast_bot', 'assistant_bot'),
      needs_analysis = contacts.role = 'client' and analysed_at is null and text || coalesce(transcript, '') <> ''
    from contacts
    where hub_messages.workspace_id = ${workspaceId} and contact_id = any(${contactIds})
      and contacts.id = contact_id and author = 'contact' and type <> 'service'`;
  if (count === 0) return;
  await tellHub(tx, workspaceId);
  await wakeAnalysis(tx, workspaceId);
}

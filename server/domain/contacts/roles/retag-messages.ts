import type { ContactRole } from "@/prisma/generated/client";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import type { Tx } from "@/server/lib/db";

type Changed = { id: number; before: ContactRole };

/**
 * Has the messages of contacts whose role changed follow it: a bot's are automatic, a client's words are analysed. What
 * is automatic by itself stays so: a channel's posts, also those that Telegram brings into its group, and what an
 * import called so.
 */
export async function retagMessages(tx: Tx, workspaceId: number, changed: Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const wereBots = changed.filter(({ before }) => before === "broadcast_bot" || before === "assistant_bot");
  const count = await tx.$executeRaw`
    with told as (
      select hub_messages.id, contacts.role,
        case when contacts.role in ('broadcast_bot', 'assistant_bot') then true
          when hub_messages.contact_id = any(${wereBots.map(({ id }) => id)})
            then is_automatic and (chats.type = 'channel' or is_forwarded and contacts.external_id like '-%')
          else is_automatic end as automatic
      from hub_messages join contacts on contacts.id = hub_messages.contact_id
        join chats on chats.id = hub_messages.chat_id
      where hub_messages.workspace_id = ${workspaceId} 
        and hub_messages.contact_id = any(${changed.map(({ id }) => id)})
        and author = 'contact' and hub_messages.type <> 'service'
    )
    update hub_messages set
      is_automatic = automatic,
      needs_analysis = not automatic and role = 'client' and analysed_at is null
        and text || coalesce(transcript, '') <> ''
    from told where told.id = hub_messages.id`;
  if (count === 0) return;
  await tellHub(tx, workspaceId);
  await wakeAnalysis(tx, workspaceId);
}

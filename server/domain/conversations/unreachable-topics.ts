import type { Topic } from "@/prisma/generated/client";
import { lostGroupCodes } from "@/server/domain/resources/lost-group-codes";
import type { Tx } from "@/server/lib/db";

/**
 * The topics of open conversations that stand in a group of another resource which can serve them no more: it is paused,
 * its account is out of the group, or the group is no managers' group any more.
 */
export async function unreachableTopics(
  tx: Tx,
  { workspaceId, conversationId = null }: { workspaceId: number; conversationId?: number | null },
): Promise<(Pick<Topic, "id" | "conversationId"> & { resourceId: number })[]> {
  return tx.$queryRaw`
    select topics.id, conversations.id as "conversationId", conversations.resource_id as "resourceId"
    from conversations join topics on topics.conversation_id = conversations.id
      join chats on chats.id = topics.chat_id join resources on resources.id = chats.resource_id
    where conversations.workspace_id = ${workspaceId} and conversations.state in ('waiting', 'manager')
      and (${conversationId}::int is null or conversations.id = ${conversationId})
      and topics.state <> 'deleted' and topics.external_id is not null
      and chats.resource_id <> conversations.resource_id
      and (resources.state = 'paused' or chats.error_code = any(${[...lostGroupCodes]})
        or not jsonb_exists(coalesce(resources.settings->'managerGroupIds', '[]'), chats.external_id))
    order by topics.id`;
}

import type { StandingTopic } from "@/server/domain/conversations/standing-topic";
import type { DeliveryDraft } from "@/server/domain/messages/queue-delivery";

/** Where a delivery into a topic goes: by the account of its group, whichever account the customer writes to. */
export function topicPlace({
  id: topicId,
  chatId,
  chat: { workspaceId, resourceId },
}: StandingTopic): Required<Pick<DeliveryDraft, "workspaceId" | "resourceId" | "chatId" | "topicId">> {
  return { workspaceId, resourceId, chatId, topicId };
}

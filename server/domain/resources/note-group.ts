import { identifyChat, type SeenChat } from "@/server/domain/contacts/identify-chat";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** An account was added to a group, or taken out of it (`isOut`): its owner is offered the groups it is in. */
export async function noteGroup({ isOut, ...seen }: SeenChat & { isOut: boolean }): Promise<void> {
  const { id } = await identifyChat(seen);
  await db.chat.update({
    where: { id },
    data: { errorCode: isOut ? "bot_kicked" : null, errorDetail: null },
  });
  realtime.publish(resourcesTopic(seen.workspaceId));
}

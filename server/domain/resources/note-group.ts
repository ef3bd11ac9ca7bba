import { identifyChat, type SeenChat } from "@/server/domain/contacts/identify-chat";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/**
 * An account's standing in a group or channel changed (`botStatus`, in the provider's words): its owner is offered the
 * groups it is in. Returns whether it was another before.
 */
export async function noteGroup({ botStatus, ...seen }: SeenChat & { botStatus: string }): Promise<boolean> {
  const isOut = botStatus === "left" || botStatus === "kicked";
  const { id, botStatus: before } = await identifyChat(seen);
  await db.chat.update({
    where: { id },
    data: {
      botStatus,
      botLeftAt: isOut ? clock.now() : null,
      errorCode: isOut ? "bot_kicked" : null,
      errorDetail: null,
    },
  });
  realtime.publish(resourcesTopic(seen.workspaceId));
  return before !== botStatus;
}

import { hubMessageInclude, hubMessageView } from "@/server/domain/messages/hub/hub-message-view";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import { db } from "@/server/lib/db";

/** Messages of the workspace as the hub shows them, in the order of `ids`; ids of others are left out. */
export async function hubMessageViews(workspaceId: number, ids: number[]): Promise<HubMessageView[]> {
  if (ids.length === 0) return [];
  const found = await db.hubMessage.findMany({
    where: { workspaceId, id: { in: ids } },
    include: hubMessageInclude,
  });
  const byId = new Map(found.map((message) => [message.id, message]));
  return ids.flatMap((id) => {
    const message = byId.get(id);
    return message ? [hubMessageView(message)] : [];
  });
}

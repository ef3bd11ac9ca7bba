import { requireScope } from "@/server/domain/api-keys/require-scope";
import { readPeriod } from "@/server/domain/messages/hub/for-programs/read-period";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import { searchHub } from "@/server/domain/messages/hub/search-hub";
import type { ApiKeyActor } from "@/server/lib/actor";

/** The urgent messages of the last days, newest first. Throws `forbidden`. */
export async function listUrgent(
  actor: ApiKeyActor,
  { days, limit }: { days: number; limit: number },
): Promise<HubMessageView[]> {
  requireScope(actor, "messages:read");
  const period = await readPeriod(actor.workspaceId, { days });
  const { messages } = await searchHub(actor, { urgent: true, ...period }, { limit });
  return messages;
}

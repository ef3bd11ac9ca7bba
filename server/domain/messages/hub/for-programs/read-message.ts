import { requireScope } from "@/server/domain/api-keys/require-scope";
import { ownId } from "@/server/domain/messages/hub/for-programs/own-id";
import { hubMessageViews } from "@/server/domain/messages/hub/hub-message-views";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

/** One message by our id. Throws `forbidden`, `not_found` (`message`). */
export async function readMessage(actor: ApiKeyActor, id: string): Promise<HubMessageView> {
  requireScope(actor, "messages:read");
  const own = ownId(id);
  const [message] = own === null ? [] : await hubMessageViews(actor.workspaceId, [own]);
  if (!message) throw new AppError("not_found", "message", "There is no such message in this workspace.");
  return message;
}

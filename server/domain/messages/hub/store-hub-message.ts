import type { HubMessageDraft, StoredHubMessage } from "@/server/domain/messages/hub/hub-message-draft";
import { storeHubMessages } from "@/server/domain/messages/hub/store-hub-messages";
import { transaction } from "@/server/lib/db";

/** Stores the messages of one update (several for an album) as `storeHubMessages` does, in a transaction of their own. */
export function storeHubMessage(workspaceId: number, drafts: HubMessageDraft[]): Promise<StoredHubMessage[]> {
  return transaction((tx) => storeHubMessages(tx, workspaceId, drafts));
}

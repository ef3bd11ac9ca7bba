import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import type { HubMessageDraft, StoredHubMessage } from "@/server/domain/messages/hub/hub-message-draft";
import { insertHubMessages } from "@/server/domain/messages/hub/insert-hub-messages";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import type { Tx } from "@/server/lib/db";

/**
 * Stores messages of a workspace's chats, some hundred at a time, in their order: one that is known is a double, or an
 * edit when it says when it was edited; an edit that overtook its message stands for it. Chats and contacts of another
 * workspace are passed over. Returns those that are new or were changed. `bulk` is for imports: replies to messages that
 * come in a later batch are left to one `resolveHubReplies` at the end.
 */
export async function storeHubMessages(
  tx: Tx,
  workspaceId: number,
  drafts: HubMessageDraft[],
  { bulk = false }: { bulk?: boolean } = {},
): Promise<StoredHubMessage[]> {
  const { stored, waits } = await insertHubMessages(tx, workspaceId, drafts, { late: !bulk });
  if (stored.length > 0) await tellHub(tx, workspaceId);
  if (waits) await wakeAnalysis(tx, workspaceId);
  return stored;
}

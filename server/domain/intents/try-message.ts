import { patternsOf } from "@/server/domain/intents/list-patterns";
import { recentCorrections } from "@/server/domain/intents/recent-corrections";
import type { Understanding } from "@/server/domain/intents/schema";
import { understandKnown } from "@/server/domain/intents/understand-known";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";

/** What the workspace's patterns and the offline classifier say of a text, and why; nothing is kept. Throws `forbidden`. */
export async function tryMessage(actor: MemberActor, { text }: { text: string }): Promise<Understanding> {
  requirePermission(actor, "hub.view");
  const patterns = (await patternsOf(actor.workspaceId)).filter(({ enabled }) => enabled);
  return understandKnown(
    { words: text, speaker: "client" },
    patterns,
    await recentCorrections(actor.workspaceId),
  );
}

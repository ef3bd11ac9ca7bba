import { recordAudit } from "@/server/domain/audit/record-audit";
import { aiSettingsView } from "@/server/domain/usage/queries";
import type { AiSettingsView } from "@/server/domain/usage/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/**
 * Forgets the workspace's own endpoint with its key; the server's serves from the next answer on. Done twice it is done
 * once. Throws `forbidden`.
 */
export async function deleteAiKey(actor: MemberActor): Promise<AiSettingsView> {
  requirePermission(actor, "ai.configure");
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const { count } = await tx.aiSettings.updateMany({
      where: { workspaceId, baseUrl: { not: null } },
      data: {
        mode: "managed",
        baseUrl: null,
        model: null,
        embeddingModel: null,
        apiKey: null,
        keyLast4: null,
        capabilities: {},
        probedAt: null,
      },
    });
    if (count > 0) {
      // Vectors of the own model are of no use to the server's.
      await tx.passage.updateMany({
        where: { workspaceId },
        data: { embedding: null, embeddingModel: null },
      });
      await recordAudit(tx, actor, { action: "ai.key_deleted" });
    }
    return aiSettingsView(actor, await tx.aiSettings.findUnique({ where: { workspaceId } }));
  });
}

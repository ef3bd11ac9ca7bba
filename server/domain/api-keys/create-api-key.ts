import { apiKeyView } from "@/server/domain/api-keys/api-key-view";
import { hashApiKey, newApiKey } from "@/server/domain/api-keys/key-format";
import type { CreateApiKeyInput, CreateApiKeyResult } from "@/server/domain/api-keys/schema";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/** Nobody keeps more in order. */
const mostKeys = 100;
const dayMs = 24 * 3600_000;

/**
 * Makes a key for another program and tells it this once; only its SHA-256 is kept. A key that may propose and approve
 * alike is made for an owner only, who confirms it by the workspace's name. Throws `forbidden`.
 */
export async function createApiKey(
  actor: MemberActor,
  { name, scopes, days, confirmBoth }: CreateApiKeyInput,
): Promise<CreateApiKeyResult> {
  return transaction(async (tx) => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "api-keys.manage");
    const both = scopes.includes("approvals:propose") && scopes.includes("approvals:decide");
    if (both && me.role !== "owner") return { ok: false, reason: "owner_only" };
    if (both && confirmBoth?.trim() !== workspace.name.trim()) return { ok: false, reason: "confirm_both" };
    const now = clock.now();
    const inUse = await tx.apiKey.count({ where: { workspaceId: actor.workspaceId, revokedAt: null } });
    if (inUse >= mostKeys) return { ok: false, reason: "too_many" };
    const { key, prefix } = newApiKey();
    const made = await tx.apiKey.create({
      data: {
        workspaceId: actor.workspaceId,
        name,
        prefix,
        keyHash: hashApiKey(key),
        scopes: [...new Set(scopes)],
        createdByUserId: actor.userId,
        createdAt: now,
        expiresAt: days === null ? null : new Date(now.getTime() + days * dayMs),
      },
    });
    await recordAudit(tx, actor, {
      action: "api_key.created",
      target: { id: made.id, name: `${name} (${prefix}…)` },
      details: { scopes: made.scopes, ...(days !== null && { days }), ...(both && { confirmed: true }) },
    });
    return { ok: true, key, view: apiKeyView(made, me.name) };
  });
}

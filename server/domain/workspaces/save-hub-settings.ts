import { recordAudit } from "@/server/domain/audit/record-audit";
import { type HubSettings, hubSettings } from "@/server/domain/workspaces/hub-settings";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Changes how the workspace's hub works and returns what is kept now. Throws `forbidden`. */
export async function saveHubSettings(actor: MemberActor, settings: HubSettings): Promise<HubSettings> {
  return transaction(async (tx) => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "hub.settings");
    const before = hubSettings.parse(workspace.hubSettings);
    const after = { ...settings, leadIntents: [...new Set(settings.leadIntents)].toSorted() };
    const changed = (Object.keys(after) as (keyof HubSettings)[]).filter(
      (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
    );
    if (changed.length === 0) return before;
    await tx.workspace.update({ where: { id: actor.workspaceId }, data: { hubSettings: after } });
    await recordAudit(tx, actor, { action: "hub.settings_changed", details: { changed } });
    return after;
  });
}

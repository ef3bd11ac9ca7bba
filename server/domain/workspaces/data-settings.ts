import { may } from "@/server/domain/workspaces/policy";
import type { DataSettingsView } from "@/server/domain/workspaces/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** What the data page shows of the workspace, and what this member may do there. */
export async function dataSettingsOf(actor: MemberActor): Promise<DataSettingsView> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  return {
    name: workspace.name,
    retentionDays: workspace.retentionDays,
    deletable: workspace.origin === "registered",
    may: {
      contacts: may(actor, "contacts.export"),
      retention: may(actor, "workspace.retention"),
      export: may(actor, "workspace.export"),
      delete: may(actor, "workspace.delete"),
    },
  };
}

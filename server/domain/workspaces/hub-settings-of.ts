import { type HubSettings, hubSettings } from "@/server/domain/workspaces/hub-settings";
import { db, type Tx } from "@/server/lib/db";

/** A workspace's hub settings, what was never chosen by its default. Throws when there is no such workspace. */
export async function hubSettingsOf(workspaceId: number, tx: Tx = db): Promise<HubSettings> {
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { hubSettings: true },
  });
  return hubSettings.parse(workspace.hubSettings);
}

import { ensureResource } from "@/server/domain/resources/ensure-resource";
import { transaction } from "@/server/lib/db";

/** Connects a KChat bot of the simulator to a firm; returns the resource's id. */
export async function connectKchat(
  workspaceId: number,
  bot: { id: string; token: string },
  settings: { serves?: "meetings" | "support" | "both"; healthCheckGroupId?: string } = {},
): Promise<number> {
  const made = await transaction((tx) =>
    ensureResource(tx, {
      workspaceId,
      provider: "kchat",
      name: "KChat",
      world: "simulator",
      accountId: bot.id,
      credentials: { token: bot.token },
      settings,
      wake: true,
    }),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.resourceId;
}

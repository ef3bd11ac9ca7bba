import { recordAudit } from "@/server/domain/audit/record-audit";
import { requireBotControl } from "@/server/domain/workspaces/require-bot-control";
import { tellResources } from "@/server/domain/workspaces/tell-resources";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/**
 * Switches everything that the workspace's bots do off: they stop listening within seconds, the assistant answers nobody,
 * what is to be sent waits. Customers' words are kept, by us or by the provider. Stopped already, nothing changes.
 * Throws `forbidden`.
 */
export async function stopBot(actor: MemberActor | ApiKeyActor): Promise<void> {
  requireBotControl(actor);
  await transaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: actor.workspaceId, botStoppedAt: null },
      data: { botStoppedAt: clock.now() },
    });
    if (count === 0) return;
    await tellResources(tx, actor.workspaceId, { type: "paused", code: "bot_stopped" });
    await recordAudit(tx, actor, { action: "bot.stopped" });
  });
}

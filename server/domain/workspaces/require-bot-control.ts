import { requireScope } from "@/server/domain/api-keys/require-scope";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";

/** Throws `forbidden` (`role`, `scope`) unless the actor may start and stop the workspace's bot. */
export function requireBotControl(actor: MemberActor | ApiKeyActor): void {
  if (actor.kind === "api-key") requireScope(actor, "bot:control");
  else requirePermission(actor, "bot.control");
}

import { requireScope } from "@/server/domain/api-keys/require-scope";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";

/** Throws `forbidden` unless the actor may decide on what others propose. */
export function requireDecider(actor: ApiKeyActor | MemberActor): void {
  if (actor.kind === "member") requirePermission(actor, "approvals.decide");
  else requireScope(actor, "approvals:decide");
}

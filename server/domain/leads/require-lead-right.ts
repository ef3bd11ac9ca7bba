import { requireScope } from "@/server/domain/api-keys/require-scope";
import { type Permission, requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";

export type LeadActor = MemberActor | ApiKeyActor;

/** Throws `forbidden` unless the member's role, or the key's scope (`leads:read` to see, `leads:write` for the rest), allows it. */
export function requireLeadRight(actor: LeadActor, permission: Extract<Permission, `leads.${string}`>): void {
  if (actor.kind === "member") requirePermission(actor, permission);
  else requireScope(actor, permission === "leads.view" ? "leads:read" : "leads:write");
}

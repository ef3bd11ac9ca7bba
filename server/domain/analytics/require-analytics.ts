import { requireScope } from "@/server/domain/api-keys/require-scope";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";

/** Who may read figures. */
export type AnalyticsActor = MemberActor | ApiKeyActor;

/** Throws `forbidden` unless the member's role or the key's scopes allow reading figures. */
export function requireAnalytics(actor: AnalyticsActor): void {
  if (actor.kind === "api-key") requireScope(actor, "analytics:read");
  else requirePermission(actor, "analytics.view");
}

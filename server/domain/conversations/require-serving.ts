import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";

/** Throws `forbidden` unless these staff may serve customers; people of a managers' group were let in by its list. */
export function requireServing(actor: MemberActor | StaffContactActor): void {
  if (actor.kind === "member") requirePermission(actor, "conversations.serve");
}

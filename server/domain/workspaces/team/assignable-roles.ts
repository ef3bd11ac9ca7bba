import { may } from "@/server/domain/workspaces/policy";
import { MEMBER_ROLES, type TeamRole } from "@/server/domain/workspaces/team/schema";

/** Roles that a member may give to one who has `current`: admins leave owners alone and make none. */
export function assignableRoles(me: { role: TeamRole }, current: TeamRole): TeamRole[] {
  if (!may(me, "team.manage")) return [];
  if (me.role === "owner") return [...MEMBER_ROLES];
  return current === "owner" ? [] : MEMBER_ROLES.filter((role) => role !== "owner");
}

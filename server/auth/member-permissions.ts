import type { LiveSession } from "@/server/domain/sessions/live-session";
import { type Permission, permissionsOf } from "@/server/domain/workspaces/policy";

/** What the signed-in person may do in the workspace they look at; for pages, which show only that. */
export function memberPermissions({ role }: Pick<LiveSession, "role">): Permission[] {
  return permissionsOf(role);
}

import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

const everyone: readonly MemberRole[] = ["owner", "admin", "director", "manager"];
const leaders: readonly MemberRole[] = ["owner", "admin", "director"];
const admins: readonly MemberRole[] = ["owner", "admin"];
const owners: readonly MemberRole[] = ["owner"];

/** Which roles may do what: the one table that use cases ask, docs/roles.md shows and the pages follow. */
export const PERMISSIONS = {
  "conversations.serve": everyone,
  "knowledge.view": everyone,
  "knowledge.edit": leaders,
  "resources.view": everyone,
  "resources.change": admins,
  "bot.control": leaders,
  "meetings.offer": everyone,
  "meetings.view": everyone,
  "meetings.manage": leaders,
  "support.edit": leaders,
  "team.view": everyone,
  "team.manage": admins,
  "ai.configure": admins,
  "usage.view": leaders,
  "api-keys.manage": admins,
  "audit.view": leaders,
  "hub.view": everyone,
  "hub.correct": everyone,
  "hub.rules": leaders,
  "hub.settings": admins,
  "approvals.view": everyone,
  "approvals.propose": everyone,
  "approvals.decide": everyone,
  "approvals.policy": admins,
  "leads.view": everyone,
  "leads.edit": everyone,
  "leads.delete": leaders,
  "leads.import": leaders,
  "analytics.view": leaders,
  "contacts.change": leaders,
  "contacts.export": admins,
  "contacts.delete": admins,
  "workspace.rename": admins,
  "workspace.retention": owners,
  "workspace.export": owners,
  "workspace.transfer": owners,
  "workspace.delete": owners,
} as const satisfies Record<string, readonly MemberRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a member may do something. */
export function may({ role }: Pick<MemberActor, "role">, permission: Permission): boolean {
  const roles: readonly MemberRole[] = PERMISSIONS[permission];
  return roles.includes(role);
}

/** Throws `forbidden` (`role`) unless the member may. */
export function requirePermission(actor: Pick<MemberActor, "role">, permission: Permission): void {
  if (!may(actor, permission))
    throw new AppError("forbidden", "role", "Your role in this workspace does not allow this.");
}

/** Everything a role may do; for pages, which show only that. */
export function permissionsOf(role: MemberRole): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may({ role }, permission));
}

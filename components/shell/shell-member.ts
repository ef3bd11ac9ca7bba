import type { LiveSession } from "@/server/domain/sessions/live-session";
import type { Permission } from "@/server/domain/workspaces/policy";

/** Who looks at the dashboard, as its frame needs to know them. */
export type ShellMember = {
  user: { name: string; email: string; isDemo: boolean };
  workspace: { id: number; name: string };
  role: LiveSession["role"];
  permissions: Permission[];
};

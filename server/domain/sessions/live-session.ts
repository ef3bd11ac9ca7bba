import type { MemberRole } from "@/server/lib/actor";

/** What a signed-in member sees of themselves. */
export type LiveSession = {
  user: { id: number; name: string; email: string; isDemo: boolean };
  workspace: { id: number; name: string };
  role: MemberRole;
};

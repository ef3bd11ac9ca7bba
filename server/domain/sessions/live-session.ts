import type { MemberRole } from "@/server/lib/actor";

/** How a person wants the pages, as kept with their account; null where they never chose. */
export type Preferences = { locale: string | null; timeZone: string | null; theme: string | null };

/** What a signed-in member sees of themselves. */
export type LiveSession = {
  user: { id: number; name: string; email: string; isDemo: boolean; preferences: Preferences };
  workspace: { id: number; name: string };
  role: MemberRole;
};

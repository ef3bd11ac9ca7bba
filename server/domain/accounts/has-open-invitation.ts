import { findInvitation } from "@/server/domain/workspaces/find-invitation";

/** Whether the path a newcomer goes on to is an invitation that they may still accept. */
export async function hasOpenInvitation(next: string | undefined, email: string): Promise<boolean> {
  const token = /^\/invite\/([\w-]{1,100})$/.exec(next ?? "")?.[1];
  const invitation = token ? await findInvitation(token) : null;
  if (invitation?.state !== "open") return false;
  return invitation.email === null || invitation.email.toLowerCase() === email;
}

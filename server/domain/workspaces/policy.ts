import type { MemberActor } from "@/server/lib/actor";

/** Whether a member may change how the workspace serves its customers; managers may look. */
export function mayEditSettings({ role }: Pick<MemberActor, "role">): boolean {
  return role !== "manager";
}

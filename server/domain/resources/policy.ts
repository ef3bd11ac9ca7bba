import type { MemberActor, MemberRole } from "@/server/lib/actor";

const changers: readonly MemberRole[] = ["owner", "admin"];

/** Who may change what a resource is connected to and how. */
export function mayChangeResources({ role }: Pick<MemberActor, "role">): boolean {
  return changers.includes(role);
}

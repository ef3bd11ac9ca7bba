import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** A new user who is a member of the workspace; returns who they are to use cases. */
export async function makeMember(workspaceId: number, role: MemberRole = "owner"): Promise<MemberActor> {
  const email = `${role}-${crypto.randomUUID()}@example.com`;
  const user = await db.user.create({ data: { email, name: role } });
  await db.member.create({ data: { workspaceId, userId: user.id, role } });
  return { kind: "member", workspaceId, userId: user.id, role };
}

import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

let next = 1;

/** A workspace with nobody in it; returns its id. */
export async function makeFirm(name = "Firm"): Promise<number> {
  return (await db.workspace.create({ data: { name, timeZone: "Asia/Kathmandu" } })).id;
}

/** A user with a proven e-mail, in no workspace; returns the id. */
export async function makeUser(name: string): Promise<number> {
  const email = `${name.toLowerCase()}-${next++}@example.com`;
  return (await db.user.create({ data: { name, email, emailVerifiedAt: new Date() } })).id;
}

/** A new user as a member of the firm, as a gate would mint them. */
export async function join(workspaceId: number, name: string, role: MemberRole): Promise<MemberActor> {
  const userId = await makeUser(name);
  await db.member.create({ data: { workspaceId, userId, role } });
  return { kind: "member", workspaceId, userId, role, from: { ip: "203.0.113.7", userAgent: "Browser" } };
}

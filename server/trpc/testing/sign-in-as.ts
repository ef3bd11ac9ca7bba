import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { authSecret } from "@/server/auth/auth-secret";
import { issueCustomerToken } from "@/server/auth/customer-token";
import { SESSION_COOKIE } from "@/server/auth/session-cookie";
import { openSession } from "@/server/domain/sessions/open-session";
import type { MemberRole } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The headers of a member with this role, signed in to a new workspace “Ours” that has another owner. */
export async function signInAs(role: MemberRole): Promise<Headers> {
  const { id: workspaceId } = await db.workspace.create({ data: { name: "Ours" } });
  const user = await newUser();
  await db.member.create({ data: { workspaceId, userId: user.id, role } });
  await db.member.create({ data: { workspaceId, userId: (await newUser()).id, role: "owner" } });
  return signIn(user.id);
}

/** The headers of a browser in which this user has just signed in. */
export async function signIn(userId: number): Promise<Headers> {
  const sessionId = await openSession(userId, { ip: "203.0.113.1", userAgent: "test" });
  const token = await encode({
    token: { sub: String(userId), sessionId },
    secret: authSecret("browser-session"),
  });
  return new Headers({ cookie: `${SESSION_COOKIE}=${token}`, "x-client-address": "203.0.113.1" });
}

/** The headers of a customer in a conversation of a new workspace “Ours”. */
export async function customerOfOurs(): Promise<Headers> {
  const { id: workspaceId } = await db.workspace.create({ data: { name: "Ours" } });
  const provider = "telegram";
  const resource = await db.resource.create({
    data: { workspaceId, provider, name: "Ours", credentials: "sealed", accountKey: randomUUID() },
  });
  const contact = await db.contact.create({
    data: { workspaceId, provider, externalId: randomUUID(), firstName: "Ann" },
  });
  await db.conversation.create({ data: { workspaceId, resourceId: resource.id, contactId: contact.id } });
  const { token } = issueCustomerToken({
    kind: "customer",
    workspaceId,
    resourceId: resource.id,
    contactId: contact.id,
  });
  return new Headers({ authorization: `Bearer ${token}` });
}

function newUser(): Promise<{ id: number }> {
  const email = `${randomUUID()}@example.com`;
  return db.user.create({ data: { email, name: "Ours", emailVerifiedAt: new Date() } });
}

import type { Conversation } from "@/prisma/generated/client";
import type { CustomerActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/** The customer's open conversation, locked until the transaction ends; null when there is none. */
export async function currentConversation(tx: Tx, actor: CustomerActor): Promise<Conversation | null> {
  // The contact's row stands in for a conversation that does not exist yet: two first messages must not open two.
  // "no key": a mere reference to the contact, which Postgres checks when a conversation changes twice, goes on meanwhile.
  await tx.$queryRaw`select 1 from contacts where id = ${actor.contactId} for no key update`;
  const open = await tx.conversation.findFirst({
    where: { ...ownConversations(actor), state: { not: "closed" } },
    orderBy: { id: "desc" },
  });
  if (!open) return null;
  await tx.$queryRaw`select 1 from conversations where id = ${open.id} for no key update`;
  const fresh = await tx.conversation.findUniqueOrThrow({ where: { id: open.id } });
  return fresh.state === "closed" ? null : fresh;
}

/** Which conversations a customer may see. */
export function ownConversations(actor: CustomerActor) {
  return { workspaceId: actor.workspaceId, resourceId: actor.resourceId, contactId: actor.contactId };
}

import type { Conversation } from "@/prisma/generated/client";
import type { CustomerActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/** The customer's open conversation, locked until the transaction ends; null when there is none. */
export async function currentConversation(tx: Tx, actor: CustomerActor): Promise<Conversation | null> {
  await lockContact(tx, actor);
  const [open] = await tx.$queryRaw<{ id: number }[]>`
    select id from conversations
    where workspace_id = ${actor.workspaceId} and resource_id = ${actor.resourceId}
      and contact_id = ${actor.contactId} and state <> 'closed'
    order by id desc limit 1 for no key update`;
  return open ? tx.conversation.findUniqueOrThrow({ where: { id: open.id } }) : null;
}

/** The contact's row stands in for a conversation that does not exist yet: two first messages must not open two. */
export async function lockContact(tx: Tx, { contactId }: CustomerActor): Promise<void> {
  // "no key": a mere reference to the contact, which Postgres checks when a conversation changes twice, goes on meanwhile.
  await tx.$queryRaw`select 1 from contacts where id = ${contactId} for no key update`;
}

/** Which conversations a customer may see. */
export function ownConversations(actor: CustomerActor) {
  return { workspaceId: actor.workspaceId, resourceId: actor.resourceId, contactId: actor.contactId };
}

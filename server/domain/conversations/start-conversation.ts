import type { Conversation } from "@/prisma/generated/client";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Opens a new conversation for a customer who has none open; the caller holds the contact's lock. */
export async function startConversation(tx: Tx, actor: CustomerActor): Promise<Conversation> {
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: actor.contactId } });
  return tx.conversation.create({
    data: {
      workspaceId: actor.workspaceId,
      resourceId: actor.resourceId,
      contactId: actor.contactId,
      language: contact.languageCode?.split("-")[0]?.toLowerCase() || "en",
      openedAt: clock.now(),
    },
  });
}

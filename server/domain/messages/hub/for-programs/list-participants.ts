import type { Contact } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { readChat } from "@/server/domain/messages/hub/for-programs/chat-queries";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

export type Participant = { contact: Contact; firstSeenAt: Date; lastSeenAt: Date; leftAt: Date | null };

/**
 * A page of those who were seen in a chat, last seen first; in a private one its other person. See readChat for the id.
 * Throws `forbidden`, `not_found` (`chat`).
 */
export async function listParticipants(
  actor: ApiKeyActor,
  id: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ participants: Participant[]; total: number }> {
  requireScope(actor, "contacts:read");
  const chat = await readChat(actor, id);
  const [participants, total] = await Promise.all([
    db.chatMember.findMany({
      where: { chatId: chat.id },
      include: { contact: true },
      orderBy: [{ lastSeenAt: "desc" }, { contactId: "desc" }],
      take: limit,
      skip: offset,
    }),
    db.chatMember.count({ where: { chatId: chat.id } }),
  ]);
  if (total > 0 || chat.contactId === null || offset > 0) return { participants, total };
  const contact = await db.contact.findUniqueOrThrow({ where: { id: chat.contactId } });
  const { firstSeenAt, lastSeenAt } = contact;
  return { participants: [{ contact, firstSeenAt, lastSeenAt, leftAt: null }], total: 1 };
}

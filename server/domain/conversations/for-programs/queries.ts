import type { Prisma } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { contactByProviderId } from "@/server/domain/contacts/for-programs/contact-by-provider-id";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

type Found = Prisma.ConversationGetPayload<{ include: { contact: true } }>;

export type ProgramConversation = Found & {
  /** The provider's id of the private chat; null while the person has only used the Mini App. */
  chatId: string | null;
};

export type ConversationsQuery = {
  state?: ProgramConversation["state"];
  userId?: string;
  resourceId?: number;
  limit: number;
  offset: number;
};

/** A page of the workspace's conversations, the newest words first. `userId` is the provider's. Throws `forbidden`, `bad_input`. */
export async function listConversations(
  actor: ApiKeyActor,
  { state, userId, resourceId, limit, offset }: ConversationsQuery,
): Promise<{ conversations: ProgramConversation[]; total: number }> {
  requireScope(actor, "conversations:read");
  const { workspaceId } = actor;
  const person =
    userId === undefined ? undefined : await contactByProviderId(workspaceId, { userId, resourceId });
  if (person === null) return { conversations: [], total: 0 };
  const where = { workspaceId, state, resourceId, contactId: person?.id };
  const [found, total] = await Promise.all([
    db.conversation.findMany({
      where,
      include: { contact: true },
      orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
      take: limit,
      skip: offset,
    }),
    db.conversation.count({ where }),
  ]);
  return { conversations: await withChats(workspaceId, found), total };
}

/** Conversations with the provider's id of the private chat each one stands in. */
export async function withChats(workspaceId: number, found: Found[]): Promise<ProgramConversation[]> {
  const chats = await db.chat.findMany({
    where: { workspaceId, type: "private", contactId: { in: found.map(({ contactId }) => contactId) } },
    select: { externalId: true, resourceId: true, contactId: true },
  });
  return found.map((one) => {
    const chat = chats.find(
      ({ resourceId, contactId }) => resourceId === one.resourceId && contactId === one.contactId,
    );
    return { ...one, chatId: chat?.externalId ?? null };
  });
}

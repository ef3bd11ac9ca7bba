import type { Prisma } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { chatByProviderId } from "@/server/domain/messages/hub/for-programs/chat-by-provider-id";
import { ownId } from "@/server/domain/messages/hub/for-programs/own-id";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const include = {
  resource: { select: { provider: true } },
  contact: { select: { firstName: true, lastName: true, username: true, externalId: true } },
  _count: { select: { members: { where: { leftAt: null } } } },
} satisfies Prisma.ChatInclude;

export type ProgramChat = Prisma.ChatGetPayload<{ include: typeof include }>;

export type ChatsQuery = {
  type?: ProgramChat["type"];
  resourceId?: number;
  limit: number;
  offset: number;
};

/** A page of the workspace's chats, the newest words first. Throws `forbidden`. */
export async function listChats(
  actor: ApiKeyActor,
  { type, resourceId, limit, offset }: ChatsQuery,
): Promise<{ chats: ProgramChat[]; total: number }> {
  requireScope(actor, "messages:read");
  const where = { workspaceId: actor.workspaceId, type, resourceId };
  const [chats, total] = await Promise.all([
    db.chat.findMany({
      where,
      include,
      orderBy: [{ lastMessageAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
      take: limit,
      skip: offset,
    }),
    db.chat.count({ where }),
  ]);
  return { chats, total };
}

/**
 * One chat by our id, or by the provider's where it is none of ours. Throws `forbidden`, `not_found` (`chat`),
 * `bad_input` (`resource_id_needed`).
 */
export async function readChat(actor: ApiKeyActor, id: string): Promise<ProgramChat> {
  requireScope(actor, "messages:read");
  const { workspaceId } = actor;
  const find = (chatId: number) => db.chat.findFirst({ where: { id: chatId, workspaceId }, include });
  const own = ownId(id);
  const chat = own === null ? null : await find(own);
  if (chat) return chat;
  const byProvider = await chatByProviderId(workspaceId, { chatId: id });
  const found = byProvider === null ? null : await find(byProvider);
  if (!found) throw new AppError("not_found", "chat", "There is no such chat in this workspace.");
  return found;
}

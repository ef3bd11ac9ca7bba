import type { Prisma } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { type ProgramConversation, withChats } from "@/server/domain/conversations/for-programs/queries";
import { ownWords } from "@/server/domain/conversations/own-words";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { ownId } from "@/server/domain/messages/hub/for-programs/own-id";
import type { ApiKeyActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const include = {
  contact: true,
  user: { select: { name: true } },
  attachments: { orderBy: { position: "asc" }, select: { kind: true, fileName: true } },
} satisfies Prisma.MessageInclude;

type SaidMessage = Prisma.MessageGetPayload<{ include: typeof include }>;

export type ProgramMessage = {
  id: number;
  seq: number;
  author: SaidMessage["author"];
  authorName: string | null;
  text: string;
  attachments: SaidMessage["attachments"];
  createdAt: Date;
  editedAt: Date | null;
};

/**
 * A conversation and what was said in it, oldest first; private notes of managers are left out. Messages come after the
 * number `afterSeq`, at most `limit`. Throws `forbidden`, `not_found` (`conversation`).
 */
export async function readConversation(
  actor: ApiKeyActor,
  id: string,
  { afterSeq, limit }: { afterSeq: number; limit: number },
): Promise<{ conversation: ProgramConversation; messages: ProgramMessage[]; hasMore: boolean }> {
  requireScope(actor, "conversations:read");
  const { workspaceId } = actor;
  const own = ownId(id);
  const found =
    own === null
      ? null
      : await db.conversation.findFirst({ where: { id: own, workspaceId }, include: { contact: true } });
  const [conversation] = found ? await withChats(workspaceId, [found]) : [];
  if (!conversation)
    throw new AppError("not_found", "conversation", "There is no such conversation in this workspace.");
  const messages = await db.message.findMany({
    where: {
      conversationId: conversation.id,
      seq: { gt: afterSeq },
      kind: { not: "note" },
      deletedAt: null,
    },
    include,
    orderBy: { seq: "asc" },
    take: limit + 1,
  });
  return {
    conversation,
    messages: messages.slice(0, limit).map((message) => ({
      id: message.id,
      seq: message.seq,
      author: message.author,
      authorName: message.user?.name ?? (message.contact && displayName(message.contact)),
      text: ownWords(message, conversation.language === "ru" ? "ru" : "en"),
      attachments: message.attachments,
      createdAt: message.createdAt,
      editedAt: message.editedAt,
    })),
    hasMore: messages.length > limit,
  };
}

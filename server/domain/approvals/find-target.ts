import type { Prisma } from "@/prisma/generated/client";
import type { ChatTarget } from "@/server/domain/approvals/schema";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

export const targetInclude = {
  resource: { select: { id: true, provider: true } },
  contact: { select: { firstName: true, lastName: true, username: true, externalId: true, blockedAt: true } },
} satisfies Prisma.ChatInclude;
export type TargetChat = Prisma.ChatGetPayload<{ include: typeof targetInclude }>;

/** The chats that the targets may mean, read at once. */
export async function readTargets(tx: Tx, workspaceId: number, targets: ChatTarget[]): Promise<TargetChat[]> {
  const ids = targets.flatMap((target) => ("chatId" in target ? [target.chatId] : []));
  const externalIds = targets.flatMap((target) =>
    "chatExternalId" in target ? [target.chatExternalId] : [],
  );
  return tx.chat.findMany({
    where: { workspaceId, OR: [{ id: { in: ids } }, { externalId: { in: externalIds } }] },
    include: targetInclude,
  });
}

/** The one chat a target means; why nothing can be proposed to it otherwise, in words. */
export function findTarget(chats: TargetChat[], target: ChatTarget): TargetChat | AppError {
  const found = chats.filter((chat) =>
    "chatId" in target
      ? chat.id === target.chatId
      : chat.externalId === target.chatExternalId &&
        (target.resourceId === undefined || chat.resourceId === target.resourceId),
  );
  const [chat, ...others] = found;
  const name = "chatId" in target ? `number ${target.chatId}` : target.chatExternalId;
  if (!chat)
    return new AppError(
      "not_found",
      "chat_unknown",
      `No chat ${name} is known. The bot must be in it, or have been written to there.`,
    );
  if (others.length > 0) {
    const resources = found.map(({ resourceId }) => resourceId).join(", ");
    return new AppError(
      "bad_input",
      "resource_id_needed",
      `Several bots are in chat ${name}: name one by resource_id (${resources}).`,
    );
  }
  if (chat.ignoredAt)
    return new AppError("conflict", "chat_ignored", `Chat ${name} is one that the hub leaves alone.`);
  if (chat.botLeftAt) return new AppError("conflict", "bot_left", `The bot is no longer in chat ${name}.`);
  if (chat.type === "private" && chat.contact?.blockedAt)
    return new AppError("conflict", "bot_blocked", `The person of chat ${name} has blocked the bot.`);
  return chat;
}

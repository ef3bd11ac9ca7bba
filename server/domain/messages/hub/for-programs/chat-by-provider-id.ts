import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A chat by the provider's id; `resourceId` tells bots apart where several know it. */
export type ProviderChat = { chatId: string; resourceId?: number };

/** Ours of the chat that the provider calls so; null when nobody knows it. Throws `bad_input` (`resource_id_needed`). */
export async function chatByProviderId(
  workspaceId: number,
  { chatId, resourceId }: ProviderChat,
): Promise<number | null> {
  const chats = await db.chat.findMany({
    where: { workspaceId, externalId: chatId, resourceId },
    select: { id: true, resourceId: true },
    orderBy: { id: "asc" },
  });
  if (chats.length > 1) {
    const known = chats.map((chat) => chat.resourceId).join(", ");
    throw new AppError(
      "bad_input",
      "resource_id_needed",
      `Several resources know this chat (${known}): say which one by resource_id.`,
    );
  }
  return chats[0]?.id ?? null;
}

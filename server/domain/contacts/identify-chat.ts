import type { Chat, ChatType } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

export type SeenChat = {
  workspaceId: number;
  resourceId: number;
  externalId: string;
  type: ChatType;
  title?: string;
  isForum: boolean;
  contactId?: number;
};

/** The chat a provider showed us, known or new, as it is called now. */
export async function identifyChat({ resourceId, externalId, ...seen }: SeenChat): Promise<Chat> {
  return db.chat.upsert({
    where: { resourceId_externalId: { resourceId, externalId } },
    create: { resourceId, externalId, ...seen },
    update: { type: seen.type, title: seen.title, isForum: seen.isForum, contactId: seen.contactId },
  });
}

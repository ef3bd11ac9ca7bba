import type { Chat } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

/** The chat of a resource that a provider showed us before; null for a new one. */
export function knownChat(resourceId: number, externalId: string): Promise<Chat | null> {
  return db.chat.findUnique({ where: { resourceId_externalId: { resourceId, externalId } } });
}

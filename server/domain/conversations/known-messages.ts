import { db } from "@/server/lib/db";

/** Which of the provider's messages of a chat were taken in already. */
export async function knownMessages(chatId: number, externalIds: string[]): Promise<Set<string>> {
  const links = await db.messageLink.findMany({
    where: { chatId, externalId: { in: externalIds } },
    select: { externalId: true },
  });
  return new Set(links.map(({ externalId }) => externalId));
}

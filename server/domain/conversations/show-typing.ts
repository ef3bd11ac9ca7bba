import type { Conversation } from "@/prisma/generated/client";
import { openResource } from "@/server/domain/messages/open-resource";
import { takeRequestSlot } from "@/server/domain/messages/take-request-slot";
import { db } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/** Shows “typing…” in the customer's private chat if that is where they wrote; a failure is only noted. */
export async function showTyping({
  resourceId,
  contactId,
  lastOrigin,
}: Pick<Conversation, "resourceId" | "contactId" | "lastOrigin">): Promise<void> {
  if (lastOrigin !== "bot") return;
  try {
    const chat = await db.chat.findFirst({
      where: { resourceId, contactId, type: "private" },
      include: { resource: true },
    });
    if (!chat) return;
    const { provider, credentials, world } = openResource(chat.resource);
    const pace = provider.channel?.pace;
    // What people are sent needs a limited number of requests more.
    if (pace && (await takeRequestSlot(resourceId, pace))) return;
    await provider.channel?.showTyping(credentials, world, { chatId: chat.externalId });
  } catch (error) {
    logger.debug({ resourceId, error: String(error) }, "typing was not shown");
  }
}

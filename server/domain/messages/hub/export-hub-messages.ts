import type { Prisma } from "@/prisma/generated/client";
import { archivedAttachment, archivedAttachmentFields } from "@/server/domain/files/archived-attachment";
import { db } from "@/server/lib/db";

const batchSize = 200;

/** Messages of groups and channels one by one, oldest first, with what was understood of them; files stand under the names of `archivePath`. */
export async function* exportHubMessages(
  where: Prisma.HubMessageWhereInput,
): AsyncGenerator<Record<string, unknown>> {
  for (let last = 0; ; ) {
    const messages = await db.hubMessage.findMany({
      where: { AND: [where, { messageId: null, id: { gt: last } }] },
      orderBy: { id: "asc" },
      take: batchSize,
      include: {
        chat: { select: { title: true, type: true, externalId: true } },
        analysis: {
          select: {
            intent: true,
            confidence: true,
            sentiment: true,
            entities: true,
            urgent: true,
            method: true,
          },
        },
        attachments: { select: archivedAttachmentFields, orderBy: { position: "asc" } },
      },
    });
    for (const { workspaceId: _own, messageId: _none, attachments, ...message } of messages)
      yield {
        ...message,
        attachments: attachments.map(archivedAttachment),
      };
    if (messages.length < batchSize) return;
    last = messages.at(-1)?.id ?? last;
  }
}

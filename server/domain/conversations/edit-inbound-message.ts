import { isDeepStrictEqual } from "node:util";
import type { Attachment } from "@/prisma/generated/client";
import { applyEdit } from "@/server/domain/conversations/apply-edit";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/** `text` with its formatting, or the caption, as it reads now, and the files that the message has now. */
export type InboundEdit = {
  chatExternalId: string;
  messageExternalId: string;
  text: string;
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
};

/**
 * Follows an edit that a customer or manager made on the provider's side, also where we had passed the message on.
 * A question edited before it was answered is answered as it now reads. Returns a file that took the place of another:
 * what was sent and stored keeps its own, so the caller takes the new one in as a message.
 */
export async function editInboundMessage(
  actor: CustomerActor | StaffContactActor,
  edit: InboundEdit,
): Promise<{ newFile: AttachmentDraft | null }> {
  return transaction(async (tx) => {
    const link = await tx.messageLink.findFirst({
      where: {
        externalId: edit.messageExternalId,
        inbound: true,
        chat: { resourceId: actor.resourceId, externalId: edit.chatExternalId },
      },
      include: { message: { include: { attachments: true, links: { where: { inbound: true } } } } },
    });
    if (!link || link.message.workspaceId !== actor.workspaceId) return { newFile: null };
    const { attachments, links, ...before } = link.message;
    const { text, entities = [] } = edit;
    const newFile = edit.attachments?.find((file) => isNew(file, attachments)) ?? null;
    if (before.text === text && isDeepStrictEqual(before.entities, entities)) return { newFile };
    // Nothing is left to show, or it is the part of an album that never had the caption.
    if (!text && (attachments.length === 0 || links.length > 1)) return { newFile };
    await applyEdit(tx, before.id, { text, entities });
    return { newFile };
  });
}

/** The provider may name one file differently each time; its kind and size stay. */
function isNew(file: AttachmentDraft, known: Attachment[]): boolean {
  if (!file.externalFileId || file.sizeBytes === undefined) return false;
  return !known.some(({ kind, sizeBytes }) => kind === file.kind && Number(sizeBytes) === file.sizeBytes);
}

import { isDeepStrictEqual } from "node:util";
import { applyEdit } from "@/server/domain/conversations/apply-edit";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/** `text` with its formatting, or the caption, as it reads now. */
export type InboundEdit = {
  chatExternalId: string;
  messageExternalId: string;
  text: string;
  entities?: TextEntity[];
};

/**
 * Follows an edit that a customer or manager made on the provider's side, also where we had passed the message on.
 * A question edited before it was answered is answered as it now reads.
 */
export async function editInboundMessage(
  actor: CustomerActor | StaffContactActor,
  edit: InboundEdit,
): Promise<void> {
  await transaction(async (tx) => {
    const link = await tx.messageLink.findFirst({
      where: {
        externalId: edit.messageExternalId,
        inbound: true,
        chat: { resourceId: actor.resourceId, externalId: edit.chatExternalId },
      },
      include: { message: { include: { attachments: true, links: { where: { inbound: true } } } } },
    });
    if (!link || link.message.workspaceId !== actor.workspaceId) return;
    const { attachments, links, ...before } = link.message;
    const { text, entities = [] } = edit;
    if (before.text === text && isDeepStrictEqual(before.entities, entities)) return;
    // Nothing is left to show, or it is the part of an album that never had the caption.
    if (!text && (attachments.length === 0 || links.length > 1)) return;
    await applyEdit(tx, before.id, { text, entities });
  });
}

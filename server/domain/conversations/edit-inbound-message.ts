import { isDeepStrictEqual } from "node:util";
import type { Message, MessageLink } from "@/prisma/generated/client";
import { applyEdit } from "@/server/domain/conversations/apply-edit";
import { type FormattedText, joinCaptions } from "@/server/domain/conversations/join-captions";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { isNewFile } from "@/server/domain/files/is-new-file";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/**
 * `text` with its formatting, or the caption, as it reads now, and the files that the message has now. `editedAt` is the
 * provider's time of the edit; without it the edit counts as the newest.
 */
export type InboundEdit = {
  chatExternalId: string;
  messageExternalId: string;
  text: string;
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
  editedAt?: Date;
};

/**
 * Follows an edit that a customer or manager made on the provider's side, also where we had passed the message on; one
 * that is older than what we have changes nothing, and of an album it changes the one caption. A question edited before
 * it was answered is answered as it now reads. Returns whether we have the message, and a file that took the place of
 * another: what was sent and stored keeps its own, so the caller takes the new one in as a message.
 */
export async function editInboundMessage(
  actor: CustomerActor | StaffContactActor,
  edit: InboundEdit,
): Promise<{ known: boolean; newFile: AttachmentDraft | null }> {
  return transaction(async (tx) => {
    const found = await tx.messageLink.findFirst({
      where: {
        externalId: edit.messageExternalId,
        inbound: true,
        chat: { resourceId: actor.resourceId, externalId: edit.chatExternalId },
        message: { workspaceId: actor.workspaceId },
      },
      select: { id: true, messageId: true, message: { select: { conversationId: true } } },
    });
    if (!found) return { known: false, newFile: null };
    await lockConversation(tx, actor.workspaceId, found.message.conversationId);
    const { attachments, links, ...before } = await tx.message.findUniqueOrThrow({
      where: { id: found.messageId },
      include: { attachments: true, links: { where: { inbound: true }, orderBy: { id: "asc" } } },
    });
    const part = links.findIndex(({ id }) => id === found.id);
    const lastEdit = links[part]?.editedAt;
    const { text, entities = [], editedAt } = edit;
    if (lastEdit && editedAt && editedAt < lastEdit) return { known: true, newFile: null };
    if (editedAt) await tx.messageLink.update({ where: { id: found.id }, data: { editedAt } });
    const newFile = edit.attachments?.find((file) => isNewFile(file, attachments)) ?? null;
    const known = { known: true, newFile };
    // Of captions that are not told apart an empty one is as likely the part that never had any.
    if (!text && links.length > 1 && links.some(({ caption }) => caption === null)) return known;
    const captions = captionsOf(before, links).with(part, { text, entities });
    const joined = joinCaptions(captions);
    if (before.text === joined.text && isDeepStrictEqual(before.entities, joined.entities)) return known;
    // Nothing is left to show.
    if (!joined.text && attachments.length === 0) return known;
    if (links.length > 1)
      for (const [index, { id }] of links.entries()) {
        const { text: caption = "", entities: captionEntities = [] } = captions[index] ?? {};
        await tx.messageLink.update({ where: { id }, data: { caption, captionEntities } });
      }
    await applyEdit(tx, before.id, joined);
    return known;
  });
}

/** What stands with each of the provider's messages; where that is not told apart, all of it with the first. */
function captionsOf(message: Message, links: MessageLink[]): FormattedText[] {
  const apart = links.length > 1 && links.every(({ caption }) => caption !== null);
  return links.map((link, index) => {
    if (apart) return { text: link.caption ?? "", entities: link.captionEntities as TextEntity[] };
    return index === 0
      ? { text: message.text, entities: message.entities as TextEntity[] }
      : { text: "", entities: [] };
  });
}

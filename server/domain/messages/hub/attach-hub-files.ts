import { attachmentRow } from "@/server/domain/files/attachment-row";
import { isNewFile } from "@/server/domain/files/is-new-file";
import { queueFetch } from "@/server/domain/files/queue-fetch";
import type { HubMessageDraft, StoredHubMessage } from "@/server/domain/messages/hub/hub-message-draft";
import type { Tx } from "@/server/lib/db";

/** Gives stored messages the files, places and contacts that their drafts carry; an edit's file replaces the earlier one. */
export async function attachHubFiles(
  tx: Tx,
  stored: StoredHubMessage[],
  drafts: HubMessageDraft[],
): Promise<void> {
  const carrying = new Map(
    drafts.flatMap(({ chatId, externalId, attachments = [] }) =>
      attachments.length > 0 ? [[`${chatId}/${externalId}`, attachments] as const] : [],
    ),
  );
  let wanted = stored.flatMap(({ id, chatId, externalId, isNew }) => {
    const attachments = carrying.get(`${chatId}/${externalId}`);
    return attachments ? [{ id, chatId, isNew, attachments }] : [];
  });
  if (wanted.length === 0) return;
  const edited = wanted.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (edited.length > 0) {
    const known = Map.groupBy(
      await tx.attachment.findMany({ where: { hubMessageId: { in: edited } } }),
      ({ hubMessageId }) => hubMessageId,
    );
    const replaced = wanted.filter(({ id, isNew, attachments }) => {
      const before = known.get(id) ?? [];
      return !isNew && (before.length === 0 || attachments.some((file) => isNewFile(file, before)));
    });
    await tx.attachment.deleteMany({ where: { hubMessageId: { in: replaced.map(({ id }) => id) } } });
    wanted = wanted.filter((one) => one.isNew || replaced.includes(one));
  }
  const chatOf = new Map(wanted.map(({ id, chatId }) => [id, chatId]));
  const added = await tx.attachment.createManyAndReturn({
    data: wanted.flatMap(({ id, attachments }) =>
      attachments.map((draft, position) => ({ ...attachmentRow(draft, position), hubMessageId: id })),
    ),
    select: { id: true, state: true, hubMessageId: true },
  });
  for (const { id, state, hubMessageId } of added)
    if (state === "fetching" && hubMessageId)
      await queueFetch(tx, { attachmentId: id, line: `chat:${chatOf.get(hubMessageId)}` });
}

import { kindOfFile } from "@/server/domain/files/kind-of-file";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { CustomerActor, MemberActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Who uploaded, and with whose bot it may be attached. */
export type Uploader = CustomerActor | (MemberActor & { resourceId: number });

/** Which files somebody uploaded. */
function uploadsOf(actor: Uploader) {
  const { workspaceId, resourceId } = actor;
  const owner =
    actor.kind === "member" ? { userId: actor.userId, contactId: null } : { contactId: actor.contactId };
  return { workspaceId, resourceId, ...owner };
}

/**
 * Turns files that this customer or member uploaded, and nobody attached yet, into attachments of the message being written in
 * `tx`, in the order asked for. Look for a message of the same clientId first: its files are attached already. Throws
 * `not_found` (`file_unknown`) for another's, a swept or an invented file, `conflict` (`file_attached`) for one that
 * stands in a message.
 */
export async function claimUploads(tx: Tx, actor: Uploader, fileIds: string[]): Promise<AttachmentDraft[]> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return [];
  // Locked in one order, so that two messages that name the same files do not wait for each other in a ring.
  await tx.$queryRaw`select 1 from files where id = any(${ids}::uuid[]) order by id for update`;
  const files = await tx.file.findMany({
    where: { id: { in: ids }, ...uploadsOf(actor) },
    include: { attachments: { select: { id: true }, take: 1 } },
  });
  return ids.map((id) => {
    const file = files.find((candidate) => candidate.id === id);
    if (!file) {
      throw new AppError("not_found", "file_unknown", "A file is no longer here: please attach it again.");
    }
    if (file.attachments.length > 0) {
      throw new AppError("conflict", "file_attached", "A file was sent already: please attach it again.");
    }
    return {
      kind: kindOfFile(file),
      fileId: file.id,
      fileName: file.fileName,
      mimeType: file.mimeType,
      sizeBytes: file.sizeBytes,
      details: file.width && file.height ? { width: file.width, height: file.height } : {},
    };
  });
}

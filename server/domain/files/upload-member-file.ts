import type { UploadedFileView } from "@/server/domain/files/schema";
import { type IncomingUpload, uploadFile } from "@/server/domain/files/upload-file";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Takes in a file that a member may then attach to an answer in this conversation. Throws as `uploadFile` does, and
 * `not_found` for a foreign conversation.
 */
export async function uploadMemberFile(
  actor: MemberActor,
  conversationId: number,
  upload: IncomingUpload,
): Promise<UploadedFileView> {
  requirePermission(actor, "conversations.serve");
  const conversation = await db.conversation.findFirst({
    where: { id: conversationId, workspaceId: actor.workspaceId },
    select: { resourceId: true },
  });
  if (!conversation)
    throw new AppError("not_found", "conversation_unknown", "There is no such conversation.");
  return uploadFile({ ...actor, resourceId: conversation.resourceId }, upload);
}

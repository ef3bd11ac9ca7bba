import { z } from "zod";
import { recordChange } from "@/server/domain/conversations/record-change";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { queueHearing } from "@/server/domain/speech/queue-transcription";
import { speechEngine } from "@/server/domain/speech/speech-engine";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

export const transcribeAgainInput = z.object({
  attachmentId: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
});

type Outcome = { ok: true } | { ok: false; reason: "not_failed" | "unconfigured" };

/**
 * Has a recording that could not be turned into words heard once more; one that waits or was heard stays as it is
 * (`not_failed`). Throws `forbidden`, `not_found`.
 */
export async function transcribeAgain(
  actor: MemberActor,
  { attachmentId }: z.infer<typeof transcribeAgainInput>,
): Promise<Outcome> {
  requirePermission(actor, "hub.correct");
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const found = await tx.transcription.findFirst({
      where: { attachmentId, workspaceId },
      include: {
        attachment: {
          include: {
            message: { include: { conversation: { include: { resource: true } } } },
            hubMessage: { include: { chat: { include: { resource: true } } } },
          },
        },
      },
    });
    const { message, hubMessage } = found?.attachment ?? {};
    const resource = message?.conversation?.resource ?? hubMessage?.chat.resource;
    if (!found || !resource)
      throw new AppError("not_found", "recording_unknown", "There is no such recording.");
    if (found.state !== "failed") return { ok: false, reason: "not_failed" };
    if (speechEngine(resource.world) === null) return { ok: false, reason: "unconfigured" };
    const { count } = await tx.transcription.updateMany({
      where: { attachmentId, workspaceId, state: "failed" },
      data: { state: "queued", attempts: 0, errorCode: null, errorDetail: null, finishedAt: null },
    });
    if (count === 0) return { ok: false, reason: "not_failed" };
    await queueHearing(tx, attachmentId);
    if (message) await recordChange(tx, message.conversationId, { type: "edit", messageId: message.id });
    if (hubMessage) await tellHub(tx, workspaceId);
    return { ok: true };
  });
}

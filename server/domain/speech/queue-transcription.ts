import type { AttachmentKind } from "@/prisma/generated/client";
import { speechEngine } from "@/server/domain/speech/speech-engine";
import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

const SPOKEN: ReadonlySet<AttachmentKind> = new Set(["voice", "audio", "video_note"]);

type Spoken = {
  id: number;
  kind: AttachmentKind;
  state: "ready" | "fetching" | "failed";
  workspaceId: number;
  resourceId: number;
};

/**
 * Has a recording turned into words, if it is one and a speech service is configured: at once where its bytes are ours,
 * else when they come. Asked for twice, done once.
 */
export async function queueTranscription(tx: Tx, spoken: Spoken): Promise<void> {
  const { id, kind, state, workspaceId, resourceId } = spoken;
  if (!SPOKEN.has(kind) || state === "failed") return;
  const { world } = await tx.resource.findUniqueOrThrow({
    where: { id: resourceId },
    select: { world: true },
  });
  if (speechEngine(world) === null) return;
  await tx.transcription.createMany({
    data: [{ attachmentId: id, workspaceId, createdAt: clock.now() }],
    skipDuplicates: true,
  });
  if (state === "ready") await queueHearing(tx, id);
}

/** Queues the job itself. */
export function queueHearing(tx: Tx, attachmentId: number, runAt?: Date): Promise<void> {
  return enqueue(tx, "transcribe", { attachmentId }, { jobKey: `transcribe:${attachmentId}`, runAt });
}

import type { Attachment, Message, Resource } from "@/prisma/generated/client";
import { recordChange } from "@/server/domain/conversations/record-change";
import { queueFetch } from "@/server/domain/files/queue-fetch";
import { spentBudget } from "@/server/domain/files/spent-budget";
import { storeFile } from "@/server/domain/files/store-file";
import { openResource } from "@/server/domain/messages/open-resource";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import type { DownloadFailure } from "@/server/providers/provider";

/** A provider that cannot hand a file out, or not in time, is asked again for so long; what is ours to mend, for ever. */
const giveUpAfterMs = 6 * 3600_000;
const shortestPauseMs = 2000;
const longestPauseMs = 5 * 60_000;
/** No file takes longer to come; twenty megabytes by a slow line are here in a minute. */
const longestDownloadMs = 3 * 60_000;

type Fetching = { attachment: Attachment; message: Message; resource: Resource };

/** Brings the bytes of an attachment from its provider into our storage; done once, and a failure is shown. */
export async function fetchAttachment({ attachmentId }: { attachmentId: number }): Promise<void> {
  const found = await db.attachment.findUnique({
    where: { id: attachmentId },
    include: { message: { include: { conversation: { include: { resource: true } } } } },
  });
  if (found?.state !== "fetching") return;
  const { message, ...attachment } = found;
  const fetching = { attachment, message, resource: message.conversation.resource };
  const { provider, credentials, world } = openResource(fetching.resource);
  const { externalFileId } = attachment;
  if (!provider.files || !externalFileId) return settle(fetching, { state: "failed", errorCode: "gone" });
  const { contactId } = message;
  const announced = Number(attachment.sizeBytes ?? 0);
  if (contactId && (await spentBudget({ contactId }, announced)) === "day_limit") {
    return settle(fetching, { state: "failed", errorCode: "day_limit" });
  }
  const signal = AbortSignal.timeout(longestDownloadMs);
  const file = await provider.files.download(credentials, world, externalFileId, signal);
  if (!file.ok) return afterFailure(fetching, file);
  const { fileName, mimeType } = attachment;
  try {
    const stored = await storeFile({
      workspaceId: message.workspaceId,
      contactId: contactId ?? undefined,
      stream: file.stream,
      fileName: fileName ?? undefined,
      mimeType: mimeType ?? undefined,
    });
    if (stored.ok) return settle(fetching, { state: "ready", fileId: stored.file.id });
    if (stored.reason === "busy") return askAgain(fetching);
    return settle(fetching, {
      state: "failed",
      errorCode: stored.reason === "empty" ? "refused" : "too_large",
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // No room here, or the line broke: the file itself is still with the provider.
    const isOurs = error.code === "unavailable";
    if (!isOurs && isTooOld(fetching)) return settle(fetching, { state: "failed", errorCode: "gone" });
    return askAgain(fetching);
  }
}

async function afterFailure(fetching: Fetching, failure: DownloadFailure): Promise<void> {
  if (failure.kind !== "retry") return settle(fetching, { state: "failed", errorCode: failure.kind });
  if (isTooOld(fetching)) return settle(fetching, { state: "failed", errorCode: "gone" });
  return askAgain(fetching, failure.afterMs);
}

/** After the pause that was asked for, else after one that grows with the message's age. */
async function askAgain(fetching: Fetching, afterMs?: number): Promise<void> {
  const pause = afterMs ?? Math.min(Math.max(ageOf(fetching), shortestPauseMs), longestPauseMs);
  const runAt = new Date(clock.now().getTime() + pause);
  const { attachment, message } = fetching;
  const which = { attachmentId: attachment.id, conversationId: message.conversationId };
  await transaction((tx) => queueFetch(tx, which, runAt));
}

function isTooOld(fetching: Fetching): boolean {
  return ageOf(fetching) > giveUpAfterMs;
}

function ageOf({ message }: Fetching): number {
  return clock.now().getTime() - message.createdAt.getTime();
}

type Outcome = { state: "ready"; fileId: string } | { state: "failed"; errorCode: string };

async function settle({ attachment, message }: Fetching, outcome: Outcome): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.attachment.updateMany({
      where: { id: attachment.id, state: "fetching" },
      data: outcome,
    });
    if (count > 0) await recordChange(tx, message.conversationId, { type: "edit", messageId: message.id });
  });
}

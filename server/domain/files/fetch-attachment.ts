import type { Attachment, Resource } from "@/prisma/generated/client";
import { recordChange } from "@/server/domain/conversations/record-change";
import { queueFetch } from "@/server/domain/files/queue-fetch";
import { releaseCopies } from "@/server/domain/files/release-copies";
import { spentBudget } from "@/server/domain/files/spent-budget";
import { storeFile } from "@/server/domain/files/store-file";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { openResource } from "@/server/domain/messages/open-resource";
import { queueHearing, queueTranscription } from "@/server/domain/speech/queue-transcription";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import type { DownloadFailure } from "@/server/providers/provider";

/** A provider that cannot hand a file out, or not in time, is asked again for so long; what is ours to mend, for ever. */
const giveUpAfterMs = 6 * 3600_000;
const shortestPauseMs = 2000;
const longestPauseMs = 5 * 60_000;
/** No file takes longer to come; twenty megabytes by a slow line are here in a minute. */
const longestDownloadMs = 3 * 60_000;

/** What its message, in a conversation or in a group, has to say for fetching it. */
type Fetching = {
  attachment: Attachment;
  /** Null when it was removed meanwhile. */
  resource: Resource | null;
  workspaceId: number;
  contactId: number | null;
  since: Date;
  line: string;
  /** Tells the screens that show it. */
  tell: (tx: Tx) => Promise<void>;
};

/** Brings the bytes of an attachment from its provider into our storage; done once, and a failure is shown. */
export async function fetchAttachment({ attachmentId }: { attachmentId: number }): Promise<void> {
  const fetching = await findFetching(attachmentId);
  if (!fetching) return;
  const { attachment, resource, contactId, workspaceId } = fetching;
  if (!resource) return settle(fetching, { state: "failed", errorCode: "gone" });
  const { provider, credentials, world } = openResource(resource);
  const { externalFileId } = attachment;
  if (!provider.files || !externalFileId) return settle(fetching, { state: "failed", errorCode: "gone" });
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
      workspaceId,
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

async function findFetching(attachmentId: number): Promise<Fetching | null> {
  const found = await db.attachment.findUnique({
    where: { id: attachmentId },
    include: {
      message: { include: { conversation: { include: { resource: true } } } },
      hubMessage: { include: { chat: { include: { resource: true } } } },
    },
  });
  if (found?.state !== "fetching") return null;
  const { message, hubMessage, ...attachment } = found;
  if (message) {
    const { conversation, conversationId, workspaceId, contactId, createdAt } = message;
    const tell = async (tx: Tx) => {
      await recordChange(tx, conversationId, { type: "edit", messageId: message.id });
    };
    const line = String(conversationId);
    const cameBy = attachment.resourceId;
    const resource = cameBy ? await db.resource.findUnique({ where: { id: cameBy } }) : conversation.resource;
    return { attachment, resource, workspaceId, contactId, since: createdAt, line, tell };
  }
  if (!hubMessage) return null;
  const { chat, workspaceId, contactId, createdAt } = hubMessage;
  return {
    attachment,
    resource: chat.resource,
    workspaceId,
    contactId,
    since: createdAt,
    line: `chat:${chat.id}`,
    tell: (tx) => tellHub(tx, workspaceId),
  };
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
  const { attachment, line } = fetching;
  await transaction((tx) => queueFetch(tx, { attachmentId: attachment.id, line }, runAt));
}

function isTooOld(fetching: Fetching): boolean {
  return ageOf(fetching) > giveUpAfterMs;
}

function ageOf({ since }: Fetching): number {
  return clock.now().getTime() - since.getTime();
}

type Outcome = { state: "ready"; fileId: string } | { state: "failed"; errorCode: string };

async function settle(
  { attachment, resource, workspaceId, tell }: Fetching,
  outcome: Outcome,
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.attachment.updateMany({
      where: { id: attachment.id, state: "fetching" },
      data: outcome,
    });
    if (count === 0) return;
    await tell(tx);
    const { id, kind } = attachment;
    const { state } = outcome;
    if (resource) await queueTranscription(tx, { id, kind, state, workspaceId, resourceId: resource.id });
    // Words that were waited for will not come: the job tells whoever waits.
    if (state === "failed" && (await tx.transcription.count({ where: { attachmentId: id } })) > 0)
      await queueHearing(tx, id);
    if (attachment.messageId) await releaseCopies(tx, attachment.messageId);
  });
}

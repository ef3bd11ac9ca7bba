import type { Meeting } from "@/prisma/generated/client";
import { callsAccount, callTrouble, noteCallsWork } from "@/server/domain/calls/calls-account";
import type { MeetingRefusal } from "@/server/domain/meetings/schema";
import { logger } from "@/server/lib/logger";

/** A link that an account of ours made, as a meeting's row keeps it. */
export type CallLink = { link: string; callResourceId: number; callExternalId: string };

/** Has an account that makes calls make a meeting's link; nothing of ours is changed yet. */
export async function makeCallLink(
  workspaceId: number,
  planned: Pick<Meeting, "topic" | "startsAt" | "durationMinutes" | "timeZone">,
): Promise<{ ok: true; call: CallLink } | MeetingRefusal> {
  const account = await callsAccount(workspaceId);
  if (!account) return { ok: false, reason: "no_call_account" };
  const { resource, meetings, credentials, world } = account;
  const { topic, startsAt, durationMinutes, timeZone } = planned;
  const made = await meetings.create(credentials, world, { topic, startsAt, durationMinutes, timeZone });
  if (!made.ok) {
    await callTrouble(resource, made);
    return { ok: false, reason: "call_failed", detail: made.detail };
  }
  await noteCallsWork(resource);
  const { joinUrl: link, externalId: callExternalId } = made.meeting;
  return { ok: true, call: { link, callResourceId: resource.id, callExternalId } };
}

/** Takes a link back that our account made; returns whether it is gone there. */
export async function takeCallBack(
  workspaceId: number,
  call: Pick<CallLink, "callResourceId" | "callExternalId">,
): Promise<boolean> {
  const account = await callsAccount(workspaceId, call.callResourceId);
  if (!account) return false;
  const { resource, meetings, credentials, world } = account;
  const deleted = await meetings.delete(credentials, world, call.callExternalId);
  if (deleted.ok || deleted.kind === "gone") return true;
  await callTrouble(resource, deleted);
  logger.warn(
    { resourceId: resource.id, reason: deleted.detail },
    "a meeting's link could not be taken back",
  );
  return false;
}

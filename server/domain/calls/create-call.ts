import { recordAudit } from "@/server/domain/audit/record-audit";
import {
  type CallsAccount,
  callsAccount,
  callTrouble,
  callView,
  notConnected,
  noteCallsWork,
} from "@/server/domain/calls/calls-account";
import type { CallTrouble, CallView, CreateCallInput } from "@/server/domain/calls/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** A time chosen some moments ago is still meant as now. */
const latenessMs = 5 * 60_000;

/**
 * Makes a meeting that guests join by a link. The same `clientId` twice is one meeting, for services know no such thing
 * themselves. Throws `forbidden`, and `conflict` while the same is being made.
 */
export async function createCall(
  actor: MemberActor,
  input: CreateCallInput,
): Promise<{ ok: true; meeting: CallView } | CallTrouble> {
  requirePermission(actor, "meetings.offer");
  const account = await callsAccount(actor.workspaceId, input.resourceId);
  if (!account) return notConnected;
  let made: Awaited<ReturnType<typeof make>> | undefined;
  const ran = await oneAtATime(`meeting:${actor.workspaceId}:${input.clientId}`, async () => {
    made = (await alreadyMade(actor, account, input.clientId)) ?? (await make(actor, account, input));
  });
  if (!ran || !made) throw new AppError("conflict", "being_made", "This meeting is being made just now.");
  return made;
}

async function make(
  actor: MemberActor,
  { resource, meetings, credentials, world }: CallsAccount,
  { clientId, topic, startsAt: wantedAt, durationMinutes }: CreateCallInput,
): Promise<{ ok: true; meeting: CallView } | CallTrouble> {
  const now = clock.now();
  const startsAt = wantedAt === null ? now : new Date(wantedAt);
  if (startsAt.getTime() < now.getTime() - latenessMs) return { ok: false, reason: "past", detail: null };
  const { timeZone } = await db.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  const created = await meetings.create(credentials, world, { topic, startsAt, durationMinutes, timeZone });
  if (!created.ok) return callTrouble(resource, created);
  const { externalId } = created.meeting;
  await transaction((tx) =>
    recordAudit(tx, actor, {
      action: "call.created",
      target: { id: resource.id, name: resource.name },
      details: { externalId, startsAt: startsAt.toISOString(), clientId },
    }),
  );
  await noteCallsWork(resource);
  return { ok: true, meeting: callView(created.meeting) };
}

/** The meeting that the same `clientId` made before, by the audit log's word; null for none. */
async function alreadyMade(
  { workspaceId }: MemberActor,
  { resource, meetings, credentials, world }: CallsAccount,
  clientId: string,
): Promise<{ ok: true; meeting: CallView } | CallTrouble | null> {
  const entry = await db.auditEntry.findFirst({
    where: {
      workspaceId,
      action: "call.created",
      targetId: resource.id,
      details: { path: ["clientId"], equals: clientId },
    },
  });
  if (!entry) return null;
  const listed = await meetings.list(credentials, world);
  if (!listed.ok) return callTrouble(resource, listed);
  const { externalId } = entry.details as { externalId?: string };
  const meeting = listed.meetings.find((one) => one.externalId === externalId);
  return meeting ? { ok: true, meeting: callView(meeting) } : { ok: false, reason: "gone", detail: null };
}

import type { Resource } from "@/prisma/generated/client";
import type { CallTrouble, CallView } from "@/server/domain/calls/schema";
import { openResource } from "@/server/domain/messages/open-resource";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { setResourceError } from "@/server/domain/resources/set-resource-error";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import type { MeetingFailure, MeetingsCapability, ProviderMeeting } from "@/server/providers/meetings";
import type { World } from "@/server/providers/provider";
import { meetingSlugs } from "@/server/providers/registry";

export type CallsAccount = {
  resource: Resource;
  meetings: MeetingsCapability<never>;
  credentials: never;
  world: World;
};

/** The workspace's account that makes meetings: the one asked for, else one that works, else any that runs; null for none. */
export async function callsAccount(workspaceId: number, resourceId?: number): Promise<CallsAccount | null> {
  const running = await db.resource.findMany({
    where: {
      workspaceId,
      provider: { in: meetingSlugs },
      state: { in: ["active", "error"] },
      ...(resourceId !== undefined && { id: resourceId }),
    },
    orderBy: { id: "asc" },
  });
  const resource = running.find(({ state }) => state === "active") ?? running[0];
  if (!resource) return null;
  const { provider, credentials, world } = openResource(resource);
  return provider.meetings ? { resource, meetings: provider.meetings, credentials, world } : null;
}

/** What no account at all leaves to say. */
export const notConnected: CallTrouble = { ok: false, reason: "not_connected", detail: null };

/** A provider's failure as pages get it; what is wrong with the account itself becomes the resource's error. */
export async function callTrouble(resource: Resource, failure: MeetingFailure): Promise<CallTrouble> {
  if (failure.kind === "unauthorised") await setResourceError(resource.id, "token_invalid", failure.detail);
  if (failure.kind === "no_rights") await setResourceError(resource.id, "rights_missing", failure.detail);
  const againAt = failure.afterMs && new Date(clock.now().getTime() + failure.afterMs).toISOString();
  return { ok: false, reason: failure.kind, detail: failure.detail, ...(againAt && { againAt }) };
}

/** The account has just worked: what was wrong with it is over. */
export async function noteCallsWork({ id, state }: Resource): Promise<void> {
  if (state === "error") await clearResourceError(id);
}

/** A provider's meeting as pages get it. */
export function callView({ startsAt, ...meeting }: ProviderMeeting): CallView {
  return { ...meeting, startsAt: startsAt.toISOString() };
}

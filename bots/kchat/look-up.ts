import { setTimeout as sleep } from "node:timers/promises";
import type { Resource } from "@/prisma/generated/client";
import { openResource } from "@/server/domain/messages/open-resource";
import { takeRequestSlot } from "@/server/domain/messages/take-request-slot";
import { clock } from "@/server/lib/clock";
import { logger } from "@/server/lib/logger";
import { callKchat } from "@/server/providers/kchat/call-kchat";
import type { KchatPlace } from "@/server/providers/kchat/chat-id";
import { asNumber } from "@/server/providers/kchat/parse-json";
import {
  type GroupState,
  groupState,
  type KchatPerson,
  readPerson,
} from "@/server/providers/kchat/transform";

/** What a group is has to be known before anything is said there; milliseconds. */
const mostWaitMs = 5000;

/** Who somebody is; null when KChat does not say, or what people are sent needs the requests more. */
export async function lookUpPerson(resource: Resource, userId: string): Promise<KchatPerson | null> {
  const answer = await ask(resource, "/api/v1/users/getUser", { userId: asNumber(userId) }, 0);
  return answer === null ? null : readPerson(answer);
}

/** What a group is, and who the other person of a private one; null when KChat does not say. */
export async function lookUpGroup(resource: Resource, place: KchatPlace): Promise<GroupState | null> {
  const path = `/botapi/v1/groups/getUserGroupState/${place.workspaceId}/${place.groupId}`;
  const answer = await ask(resource, path, {}, mostWaitMs);
  return groupState.safeParse(answer).data ?? null;
}

async function ask(resource: Resource, path: string, body: object, waitMs: number): Promise<unknown> {
  const { provider, credentials, world } = openResource(resource);
  const pace = provider.channel?.pace;
  const until = clock.now().getTime() + waitMs;
  for (let freeAt = pace && (await takeRequestSlot(resource.id, pace)); freeAt; ) {
    if (freeAt.getTime() > until) return null;
    await sleep(freeAt.getTime() - clock.now().getTime());
    freeAt = pace && (await takeRequestSlot(resource.id, pace));
  }
  const answer = await callKchat(credentials, world, path, body);
  if (answer.ok) return answer.value;
  logger.info({ resourceId: resource.id, path, detail: answer.detail }, "KChat did not tell who this is");
  return null;
}

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
  opponentIn,
  readPerson,
} from "@/server/providers/kchat/transform";

/** What a group is has to be known before anything is said there; milliseconds. */
const mostWaitMs = 5000;

/** Whom KChat did not tell is asked for again after this; milliseconds. */
const againAfterMs = 10 * 60_000;
const mostRemembered = 10_000;
const unknown = new Map<string, number>();
/** A person for whom KChat had no answer so often is not waited for any more. */
const mostTries = 3;
const failures = new Map<string, number>();

/**
 * Who somebody is; null when KChat does not say, or what people are sent needs the requests more. Where a person cannot
 * be asked for, their private chat (`place`) tells who its other side is.
 */
export async function lookUpPerson(
  resource: Resource,
  userId: string,
  place: KchatPlace | null,
): Promise<KchatPerson | null> {
  const key = `${resource.id} ${userId}`;
  const now = clock.now().getTime();
  if ((unknown.get(key) ?? 0) > now) return null;
  const answer = await ask(resource, "/api/v1/users/getUser", { userId: asNumber(userId) }, 0);
  if (answer === "no request" || (answer === "no answer" && isWorthAnotherTry(key))) return null;
  const group = place && !readPerson(answer) ? await ask(resource, pathOf(place), {}, 0) : null;
  if (group === "no request") return null;
  const person = readPerson(answer) ?? opponentIn(groupState.safeParse(group).data, userId);
  if (person) return person;
  if (unknown.size >= mostRemembered) unknown.clear();
  unknown.set(key, now + againAfterMs);
  return null;
}

/**
 * Whether KChat should be asked for somebody again before their private chat is: that tells no e-mail address, and by it
 * alone somebody who was invited would never be recognised.
 */
function isWorthAnotherTry(key: string): boolean {
  if (failures.size >= mostRemembered) failures.clear();
  const count = (failures.get(key) ?? 0) + 1;
  failures.set(key, count);
  return count < mostTries;
}

/** What a group is, and who the other person of a private one; null when KChat does not say. */
export async function lookUpGroup(resource: Resource, place: KchatPlace): Promise<GroupState | null> {
  return groupState.safeParse(await ask(resource, pathOf(place), {}, mostWaitMs)).data ?? null;
}

function pathOf({ workspaceId, groupId }: KchatPlace): string {
  return `/botapi/v1/groups/getUserGroupState/${workspaceId}/${groupId}`;
}

/** The answer; null for a refusal, “no answer” where KChat has none now, “no request” where none may be made within `waitMs`. */
async function ask(resource: Resource, path: string, body: object, waitMs: number): Promise<unknown> {
  const { provider, credentials, world } = openResource(resource);
  const pace = provider.channel?.pace;
  const until = clock.now().getTime() + waitMs;
  for (let freeAt = pace && (await takeRequestSlot(resource.id, pace)); freeAt; ) {
    if (freeAt.getTime() > until) return "no request";
    await sleep(freeAt.getTime() - clock.now().getTime());
    freeAt = pace && (await takeRequestSlot(resource.id, pace));
  }
  const answer = await callKchat(credentials, world, path, body);
  if (answer.ok) return answer.value;
  logger.info({ resourceId: resource.id, path, detail: answer.detail }, "KChat did not tell who this is");
  return answer.kind === "retry" ? "no answer" : null;
}

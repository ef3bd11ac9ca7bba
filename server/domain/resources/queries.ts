import { z } from "zod";
import type { Chat, Prisma } from "@/prisma/generated/client";
import { type DeliveryQueue, deliveryQueues } from "@/server/domain/messages/delivery-queues";
import { findResource } from "@/server/domain/resources/find-resource";
import { offeredWorlds } from "@/server/domain/resources/offered-worlds";
import type {
  ProviderOffer,
  ResourceDetail,
  ResourceInput,
  ResourceView,
} from "@/server/domain/resources/schema";
import { noThroughput, type Throughput, throughput } from "@/server/domain/resources/throughput";
import { webhookAddress } from "@/server/domain/resources/webhook-address";
import { may } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { describeForm } from "@/server/providers/describe-form";
import type { FieldValue } from "@/server/providers/form";
import type { RequestPace } from "@/server/providers/provider";
import { providerFor, providerSlugs } from "@/server/providers/registry";

const accountSchema = z.object({ username: z.string().optional() }).catch({});

const eventsShown = 50;

const shown = { include: { lease: true }, omit: { credentials: true } } as const;
type Shown = Prisma.ResourceGetPayload<typeof shown>;
type Traffic = { queues: DeliveryQueue[]; throughput: Throughput };

/** The workspace's resources, oldest first, without their credentials. */
export async function listResources(actor: MemberActor): Promise<ResourceView[]> {
  const resources = await db.resource.findMany({
    ...shown,
    where: { workspaceId: actor.workspaceId },
    orderBy: { id: "asc" },
  });
  const traffic = await trafficOf(actor);
  return resources.map((resource) => viewOf(actor, resource, traffic(resource.id)));
}

/** One resource with all its own page shows. Throws `not_found`. */
export async function resourceDetail(
  actor: MemberActor,
  { resourceId }: ResourceInput,
): Promise<ResourceDetail> {
  await findResource(actor, resourceId);
  const resource = await db.resource.findUniqueOrThrow({ ...shown, where: { id: resourceId } });
  const [traffic, events, chats, conversations] = await Promise.all([
    trafficOf(actor),
    db.resourceEvent.findMany({ where: { resourceId }, orderBy: { id: "desc" }, take: eventsShown }),
    db.chat.findMany({
      where: { resourceId, type: { in: ["group", "supergroup"] } },
      orderBy: { id: "asc" },
    }),
    db.conversation.count({ where: { resourceId } }),
  ]);
  const provider = providerFor(resource.provider);
  const form = describeForm(provider);
  const settings = resource.settings as Record<string, FieldValue>;
  const plain = form.filter(({ part }) => part === "settings");
  return {
    ...viewOf(actor, resource, traffic(resourceId)),
    form,
    values: Object.fromEntries(plain.map(({ name, initial }) => [name, settings[name] ?? initial])),
    suggestions: Object.fromEntries(
      plain.flatMap(({ name, suggest }) => (suggest === "groups" ? [[name, groupChoices(chats)]] : [])),
    ),
    groups: groupViews(form, settings, chats),
    events: events.map(({ id, type, code, detail, createdAt }) => ({
      id,
      type,
      code,
      detail,
      at: createdAt.toISOString(),
    })),
    conversations,
    webhookUrl: provider.webhook ? webhookAddress(resource.provider, resourceId) : null,
  };
}

/** Every provider as it is offered to the actor's workspace. */
export async function listProviders(actor: MemberActor): Promise<ProviderOffer[]> {
  return Promise.all(
    providerSlugs.map(async (slug) => {
      const provider = providerFor(slug);
      return { slug, form: describeForm(provider), worlds: await offeredWorlds(actor, provider) };
    }),
  );
}

async function trafficOf({ workspaceId }: MemberActor): Promise<(resourceId: number) => Traffic> {
  const [queues, passed] = await Promise.all([deliveryQueues(workspaceId), throughput(workspaceId)]);
  const queuesBy = Map.groupBy(queues, ({ resourceId }) => resourceId);
  return (resourceId) => ({
    queues: queuesBy.get(resourceId) ?? [],
    throughput: passed.get(resourceId) ?? noThroughput,
  });
}

function viewOf(actor: MemberActor, resource: Shown, { queues, throughput }: Traffic): ResourceView {
  const { lease } = resource;
  const { channel } = providerFor(resource.provider);
  return {
    id: resource.id,
    name: resource.name,
    provider: resource.provider,
    username: accountSchema.parse(resource.account).username ?? null,
    world: resource.world,
    state: resource.state,
    listening: channel ? lease !== null && lease.expiresAt.getTime() > Date.now() : null,
    error: resource.errorCode ? { code: resource.errorCode, detail: resource.errorDetail } : null,
    warning: resource.warningCode ? { code: resource.warningCode, detail: resource.warningDetail } : null,
    lastEventAt: resource.lastEventAt?.toISOString() ?? null,
    queues: queues.map(({ group, size, oldestAt }) => ({
      groupId: group?.id ?? null,
      title: group && (group.title ?? group.externalId),
      size,
      oldestAt: oldestAt.toISOString(),
    })),
    sendingMs: channel?.pace ? timeToSend(queues, channel.pace, resource.requestsFreeAt) : null,
    throughput,
    mayChange: may(actor, "resources.change"),
  };
}

/** How long it takes until all that waits is sent, a request each; null when nothing does. */
function timeToSend(queues: DeliveryQueue[], pace: RequestPace, usedUntil: Date | null): number | null {
  const size = queues.reduce((sum, queue) => sum + queue.size, 0);
  if (size === 0) return null;
  const everyMs = 60_000 / pace.perMinute;
  const usedMs = Math.max((usedUntil?.getTime() ?? 0) - clock.now().getTime(), 0);
  return Math.max(usedMs + (size - pace.burst) * everyMs, 0);
}

type KnownChat = Pick<Chat, "externalId" | "title" | "errorCode" | "errorDetail">;

/** Groups that the account was added to and still is in. */
function groupChoices(chats: KnownChat[]): { value: string; label: string }[] {
  return chats
    .filter(({ errorCode }) => errorCode !== "bot_kicked" && errorCode !== "group_gone")
    .map(({ externalId, title }) => ({ value: externalId, label: title ?? externalId }));
}

function groupViews(
  form: ResourceDetail["form"],
  settings: Record<string, FieldValue>,
  chats: KnownChat[],
): ResourceDetail["groups"] {
  const chosen = form.flatMap(({ name, suggest }) => {
    const value = settings[name];
    return suggest === "groups" && Array.isArray(value) ? value : [];
  });
  return chosen.map((chatId) => {
    const chat = chats.find(({ externalId }) => externalId === chatId);
    return {
      chatId,
      title: chat?.title ?? null,
      trouble: chat?.errorCode ? { code: chat.errorCode, detail: chat.errorDetail } : null,
    };
  });
}

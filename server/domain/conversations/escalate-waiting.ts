import type { Workspace } from "@/prisma/generated/client";
import { adminsOf, type ReachableAdmin } from "@/server/domain/contacts/admins-of";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { type WaitingCustomer, waitingCustomers } from "@/server/domain/conversations/waiting-customers";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { isOpen, officeTimeBack } from "@/server/domain/workspaces/office-hours";
import type { SupportSettings } from "@/server/domain/workspaces/schema";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";
import type { TextEntity } from "@/server/lib/text-entity";
import { providerFor } from "@/server/providers/registry";

/** Code of the alert that stands on the dashboard while an escalated customer waits. */
export const waitingAlert = "customer_waiting";

const batch = 100;
/** So many customers are named in one message to an admin. */
const mostNamed = 10;

/**
 * Tells a workspace's admins, in their private chats with the bot, of customers whom nobody answered for the configured
 * office time; where no admin can be reached, the topic calls them. Once a wait, whoever else runs this.
 */
export async function escalateWaiting(workspace: Workspace, settings: SupportSettings): Promise<void> {
  const { officeHours, escalation } = settings;
  if (!escalation.on) return;
  const now = clock.now();
  if (!isOpen(officeHours, workspace.timeZone, now)) return;
  const waitedSince = officeTimeBack(officeHours, workspace.timeZone, now, escalation.minutes);
  if (!waitedSince) return;
  for (;;) {
    const escalated = await transaction(async (tx) => {
      const rows = await tx.$queryRaw<{ id: number }[]>`
        update conversations set escalated_at = ${now} where id in (
          select id from conversations
          where workspace_id = ${workspace.id} and state in ('waiting', 'manager')
            and unanswered_since <= ${waitedSince} and escalated_at is null
          order by unanswered_since limit ${batch} for no key update skip locked)
        returning id`;
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await tell(tx, workspace, ids);
      return ids.length;
    });
    if (escalated < batch) return;
  }
}

async function tell(tx: Tx, workspace: Workspace, ids: number[]): Promise<void> {
  const locale = localeFor(workspace.locale);
  const waiting = await waitingCustomers(tx, ids, locale);
  const [longest] = waiting;
  if (!longest) return;
  const admins = await adminsOf(tx, workspace.id);
  for (const { chats } of admins) {
    // The bot that the customer wrote to, where the admin knows it.
    const chat = chats.find(({ resourceId }) => resourceId === longest.resourceId) ?? chats[0];
    if (!chat) continue;
    await queueDelivery(tx, {
      workspaceId: workspace.id,
      resourceId: chat.resourceId,
      chatId: chat.id,
      act: { type: "message", message: { text: listText(locale, waiting) } },
      dedupeKey: `escalation:${longest.id}:${longest.unansweredSince.getTime()}:${chat.id}`,
    });
  }
  if (!admins.some(({ chats }) => chats.length > 0)) await callInTopics(tx, locale, waiting, admins);
  await raiseAlert(
    tx,
    workspace.id,
    waitingAlert,
    waiting
      .slice(0, mostNamed)
      .map(({ said }) => `${said.name} (${said.wait})`)
      .join(", "),
  );
}

function listText(locale: Locale, waiting: WaitingCustomer[]): string {
  const lines = waiting.slice(0, mostNamed).map((conversation) => {
    const line = phrase(locale, "Bot.escalationLine", conversation.said);
    const link = topicLink(conversation);
    return link ? `${line}\n${link}` : line;
  });
  const more = waiting.length - lines.length;
  return [
    phrase(locale, "Bot.escalation", { count: waiting.length }),
    ...lines,
    ...(more > 0 ? [phrase(locale, "Bot.escalationMore", { count: more })] : []),
  ].join("\n\n");
}

function topicLink({ topics: [topic] }: WaitingCustomer): string | null {
  if (!topic?.externalId) return null;
  return (
    providerFor(topic.chat.resource.provider).links?.topic(topic.chat.externalId, topic.externalId) ?? null
  );
}

/** A mention tells a person of a message in a group, also one who never wrote to the bot. */
async function callInTopics(
  tx: Tx,
  locale: Locale,
  waiting: WaitingCustomer[],
  admins: ReachableAdmin[],
): Promise<void> {
  for (const conversation of waiting) {
    const [topic] = conversation.topics;
    if (!topic) continue;
    const { id, unansweredSince, said } = conversation;
    const { text, entities } = mention(locale, said, topic.chat.resource.provider, admins);
    await queueDelivery(tx, {
      ...topicPlace(topic),
      act: { type: "message", message: { text, entities } },
      dedupeKey: `escalation:${id}:${unansweredSince.getTime()}:topic`,
    });
  }
}

function mention(
  locale: Locale,
  said: WaitingCustomer["said"],
  provider: string,
  admins: ReachableAdmin[],
): { text: string; entities: TextEntity[] } {
  const here = admins.filter((admin) => admin.provider === provider);
  const names = here.map(({ username, name }) => (username ? `@${username}` : name));
  if (names.length === 0) return { text: phrase(locale, "Bot.escalationTopicNobody", said), entities: [] };
  const text = phrase(locale, "Bot.escalationTopic", { ...said, admins: names.join(", ") });
  const entities: TextEntity[] = [];
  let from = text.indexOf(names.join(", "));
  for (const [index, { username, externalId }] of here.entries()) {
    const length = names[index]?.length ?? 0;
    const url = username ? undefined : providerFor(provider).links?.person(externalId);
    if (url) entities.push({ type: "text_link", offset: from, length, url });
    from += length + 2;
  }
  return { text, entities };
}

import type { Workspace } from "@/prisma/generated/client";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { waitingCustomers } from "@/server/domain/conversations/waiting-customers";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { officeState, officeTimeBack } from "@/server/domain/workspaces/office-hours";
import type { SupportSettings } from "@/server/domain/workspaces/schema";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/** So many are nudged in one transaction. */
const batch = 100;

/**
 * Reminds managers, in the topic, of customers who have waited for the configured minutes of office time, and at the
 * start of hours of everyone who waited through the closed time. Each reminder goes once, whoever else runs this.
 */
export async function nudgeManagers(workspace: Workspace, settings: SupportSettings): Promise<void> {
  const { officeHours, nudges } = settings;
  if (!nudges.on) return;
  const now = clock.now();
  const { open, since: openedAt } = officeState(officeHours, workspace.timeZone, now);
  if (!open) return;
  // The longest wait first: who waits for half an hour already gets one nudge, not two at once.
  for (const [index, minutes] of [...nudges.minutes.entries()].reverse()) {
    const waitedSince = officeTimeBack(officeHours, workspace.timeZone, now, minutes);
    if (!waitedSince) continue;
    const nth = index + 1;
    await nudgeAll(
      workspace,
      (tx) => tx.$queryRaw`
        update conversations set nudges = ${nth}, nudged_at = ${now} where id in (
          select id from conversations
          where workspace_id = ${workspace.id} and state in ('waiting', 'manager')
            and unanswered_since <= ${waitedSince} and nudges < ${nth}
          order by unanswered_since limit ${batch} for no key update skip locked)
        returning id`,
    );
  }
  if (!openedAt) return;
  await nudgeAll(
    workspace,
    (tx) => tx.$queryRaw`
      update conversations set nudged_at = ${now} where id in (
        select id from conversations
        where workspace_id = ${workspace.id} and state in ('waiting', 'manager')
          and unanswered_since < ${openedAt} and (nudged_at is null or nudged_at < ${openedAt})
        order by unanswered_since limit ${batch} for no key update skip locked)
      returning id`,
  );
}

/**
 * Nudges batch by batch those whom `take` marks as nudged and returns. Rows that another process has at hand are its
 * own, or are seen again in a minute.
 */
async function nudgeAll(workspace: Workspace, take: (tx: Tx) => Promise<{ id: number }[]>): Promise<void> {
  for (;;) {
    const nudged = await transaction(async (tx) => {
      const ids = (await take(tx)).map(({ id }) => id);
      if (ids.length > 0) await tellTopics(tx, workspace, ids);
      return ids.length;
    });
    if (nudged < batch) return;
  }
}

async function tellTopics(tx: Tx, workspace: Workspace, ids: number[]): Promise<void> {
  const locale = localeFor(workspace.locale);
  // Without a topic nobody would read it; the admins still get to know.
  const told = (await waitingCustomers(tx, ids, locale)).flatMap((one) => {
    const [topic] = one.topics;
    return topic ? [{ ...one, topic }] : [];
  });
  // In one order everywhere: two processes that wake the same chats never wait for each other.
  told.sort((a, b) => a.topic.chatId - b.topic.chatId);
  for (const { topic, ...conversation } of told) {
    const { id, unansweredSince, nudgedAt, said } = conversation;
    await queueDelivery(tx, {
      ...topicPlace(topic),
      act: { type: "message", message: { text: phrase(locale, "Bot.nudge", said) } },
      dedupeKey: `nudge:${id}:${unansweredSince.getTime()}:${nudgedAt?.getTime()}`,
    });
  }
}

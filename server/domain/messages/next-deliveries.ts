import type { Chat, Delivery, Message, Topic } from "@/prisma/generated/client";
import { fittingTogether, plainText } from "@/server/domain/messages/merge-texts";
import { isUnderPressure } from "@/server/domain/messages/pace";
import { secondTry } from "@/server/domain/messages/try-other-way";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

export type Waiting = Delivery & {
  topic: Topic | null;
  message: Pick<Message, "author" | "editedAt"> | null;
};

/** `errorCode` of a waiting text that was refused together with others: it goes alone. */
export const refusedTogether = "refused_together";

/** This priority goes out whatever the pace. */
const urgent = 2;
/** Who waited so long is not overtaken by first responses any more; seconds. */
const longWaitSeconds = 300;
/** Texts that wait so long anyway may go as one; shorter ones go each alone, so that each can be edited. */
const mergeAfterMs = 5000;
const mostMerged = 50;

const include = { topic: true, message: { select: { author: true, editedAt: true } } } as const;

type Next = { deliveries: [Waiting, ...Waiting[]] } | { waitUntil: Date };

/**
 * What goes out next to a chat: one delivery, or waiting texts of one topic that go as one message. Each topic is a
 * line of its own, in order of id; the most urgent line is served first, then the one whose head is oldest. When
 * nothing may go yet `waitUntil` says when to look again; null when nothing waits.
 */
export async function nextDeliveries(chat: Chat): Promise<Next | null> {
  const now = clock.now();
  if (chat.type === "private") return nextOfOnlyLine(chat, now);
  const best = await bestLine(chat, now);
  if (!best) return null;
  if (best.from && best.from > now) return { waitUntil: best.from };
  const head = await db.delivery.findUnique({ where: { id: best.id }, include });
  // Done with by somebody else in between: look again.
  if (head?.state !== "pending") return { waitUntil: now };
  return { deliveries: [head, ...(await joining(chat, head))] };
}

/** The head of a line, and from when it may go; null means now. */
type Head = { id: number; from: Date | null };

async function nextOfOnlyLine({ id: chatId }: Chat, now: Date): Promise<Next | null> {
  const head = await db.delivery.findFirst({
    where: { chatId, state: "pending" },
    orderBy: { id: "asc" },
    include: { message: include.message },
  });
  if (head?.notBefore && head.notBefore > now) return { waitUntil: head.notBefore };
  return head && { deliveries: [{ ...head, topic: null }] };
}

/** Of the lines that may go now the one that is served first, else the one that may go soonest. */
async function bestLine({ id: chatId, pacedUntil }: Chat, now: Date): Promise<Head | null> {
  const longAgo = new Date(now.getTime() - longWaitSeconds * 1000);
  // Walks the index from topic to topic instead of reading all that waits. A line is as urgent as the most urgent in it.
  const [head] = await db.$queryRaw<Head[]>`
    with recursive lines as (
      (select topic_id from deliveries where chat_id = ${chatId} and state = 'pending' and topic_id is not null
       order by topic_id limit 1)
      union all
      select (select topic_id from deliveries where chat_id = ${chatId} and state = 'pending'
              and topic_id > lines.topic_id order by topic_id limit 1)
      from lines where lines.topic_id is not null
    ), heads as (
      select head.*, highest.priority as highest from lines
      cross join lateral (
        select id, not_before, created_at from deliveries
        where chat_id = ${chatId} and state = 'pending' and topic_id = lines.topic_id order by id limit 1
      ) head
      cross join lateral (
        select priority from deliveries
        where chat_id = ${chatId} and state = 'pending' and topic_id = lines.topic_id
        order by priority desc limit 1
      ) highest
      union all
      (select id, not_before, created_at, priority from deliveries
       where chat_id = ${chatId} and state = 'pending' and topic_id is null order by id limit 1)
    ), ranked as (
      select id, case when created_at < ${longAgo}::timestamptz then greatest(highest, 1) else highest end as rank,
        greatest(not_before, case when highest < ${urgent} then ${pacedUntil}::timestamptz end) as "from"
      from heads
    )
    select id, "from" from ranked
    order by greatest("from", ${now}::timestamptz), rank desc, id limit 1`;
  return head ?? null;
}

/** The texts that stand behind the head in its topic and go out with it. */
async function joining(chat: Chat, head: Waiting): Promise<Waiting[]> {
  const now = clock.now();
  const waitsAnyway = isUnderPressure(chat) || now.getTime() - head.createdAt.getTime() >= mergeAfterMs;
  if (!head.topicId || !waitsAnyway || !textOf(head)) return [];
  const line = await db.delivery.findMany({
    where: { chatId: chat.id, state: "pending", topicId: head.topicId, id: { gt: head.id } },
    orderBy: { id: "asc" },
    take: mostMerged,
    include,
  });
  // How a topic looks is no part of what is said in it: texts may pass it.
  const others = line.filter(({ act }) => (act as OutgoingAct).type !== "look");
  const end = others.findIndex((other) => !textOf(other));
  const texts = end < 0 ? others : others.slice(0, end);
  // Room for the marks that tell customers' words from others'.
  const lengths = [head, ...texts].map((one) => `👤 ${textOf(one) ?? ""}`);
  return texts.slice(0, fittingTogether(lengths) - 1);
}

/** The text that may go together with others; null for what must go alone. */
function textOf(delivery: Waiting): string | null {
  const wasRefused = delivery.errorCode === refusedTogether || delivery.errorCode === secondTry;
  // Edited while it waited: the copy that goes alone can follow.
  const alone = wasRefused || delivery.message?.editedAt;
  return alone ? null : (plainText(delivery.act as OutgoingAct)?.text ?? null);
}

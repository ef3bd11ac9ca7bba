import type { Conversation, Workspace } from "@/prisma/generated/client";
import { endConversation } from "@/server/domain/conversations/end-conversation";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import { recordChange } from "@/server/domain/conversations/record-change";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import type { SupportSettings } from "@/server/domain/workspaces/schema";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";

const dayMs = 24 * 3600_000;
/** So many are looked after in one run; the next is a minute later. */
const mostAtOnce = 300;

/**
 * Closes conversations in which nobody wrote for the configured days. Whose case is with managers is told a day before
 * and when it happens; one that the assistant answered ends quietly, as there is nothing to lose.
 */
export async function closeIdle(workspace: Workspace, { idle }: SupportSettings): Promise<void> {
  if (!idle.on) return;
  const due = await db.conversation.findMany({
    where: {
      workspaceId: workspace.id,
      OR: [
        { state: "assistant", lastMessageAt: { lte: daysAgo(idle.days) } },
        { state: { in: ["waiting", "manager"] }, lastMessageAt: { lte: daysAgo(idle.days - 1) } },
        // The notice itself was the last message.
        { state: { in: ["waiting", "manager"] }, idleNoticeAt: { lte: daysAgo(1) } },
      ],
    },
    select: { id: true },
    orderBy: { lastMessageAt: "asc" },
    take: mostAtOnce,
  });
  for (const { id } of due) {
    await transaction(async (tx) => {
      const conversation = await lockConversation(tx, workspace.id, id);
      await lookAfter(tx, conversation, idle.days);
    });
  }
}

async function lookAfter(tx: Tx, conversation: Conversation, days: number): Promise<void> {
  const { id, state, lastMessageAt, idleNoticeAt, unansweredSince } = conversation;
  if (state === "closed") return;
  if (state === "assistant") {
    if (lastMessageAt <= daysAgo(days)) await endQuietly(tx, conversation);
    return;
  }
  if (idleNoticeAt && idleNoticeAt >= lastMessageAt) {
    if (idleNoticeAt <= daysAgo(1)) await endConversation(tx, conversation, "idle");
    return;
  }
  if (lastMessageAt > daysAgo(days - 1)) {
    // Somebody wrote after the notice: it is void, and not looked at every minute.
    if (idleNoticeAt) await tx.conversation.update({ where: { id }, data: { idleNoticeAt: null } });
    return;
  }
  const key = unansweredSince ? "Bot.idleNoticeUnanswered" : "Bot.idleNotice";
  const told = await sayPhrase(tx, conversation, { key, author: "system" });
  // Not before the message's own time, by which the next run knows that nobody wrote since.
  await tx.conversation.update({ where: { id }, data: { idleNoticeAt: told.lastMessageAt } });
}

async function endQuietly(tx: Tx, { id, offer, lastSeq }: Conversation): Promise<void> {
  const closed = await recordChange(
    tx,
    id,
    { type: "conversation" },
    {
      state: "closed",
      closedAt: clock.now(),
      closedBy: "idle",
      offer: offer === "open" ? "declined" : offer,
      answeredSeq: lastSeq,
    },
  );
  // A topic is left from an earlier handover.
  await queueTopicLook(tx, closed);
}

function daysAgo(days: number): Date {
  return new Date(clock.now().getTime() - days * dayMs);
}

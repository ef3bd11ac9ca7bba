import { recordAudit } from "@/server/domain/audit/record-audit";
import { requireBotControl } from "@/server/domain/workspaces/require-bot-control";
import { tellResources } from "@/server/domain/workspaces/tell-resources";
import { enqueueAll } from "@/server/jobs/enqueue-all";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";

/**
 * Has the workspace's bots work again: they listen within seconds, what waited is sent, who waited for the assistant is
 * answered. Running already, nothing changes. Throws `forbidden`.
 */
export async function startBot(actor: MemberActor | ApiKeyActor): Promise<void> {
  requireBotControl(actor);
  await transaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: actor.workspaceId, botStoppedAt: { not: null } },
      data: { botStoppedAt: null },
    });
    if (count === 0) return;
    await resume(tx, actor.workspaceId);
    await tellResources(tx, actor.workspaceId, { type: "activated", code: "bot_started" });
    await recordAudit(tx, actor, { action: "bot.started" });
  });
}

/** Their jobs came and went while the bot was stopped. */
async function resume(tx: Tx, workspaceId: number): Promise<void> {
  const unanswered = await tx.$queryRaw<{ id: number }[]>`
    select id from conversations
    where workspace_id = ${workspaceId} and state = 'assistant' and last_seq > answered_seq
      and exists (
        select 1 from messages where conversation_id = conversations.id and author = 'customer' and seq > answered_seq
      )`;
  await enqueueAll(
    tx,
    "answer-turn",
    unanswered.map(({ id }) => ({ payload: { conversationId: id }, jobKey: `answer:${id}` })),
  );
  const chats = await tx.delivery.findMany({
    where: { workspaceId, state: "pending" },
    distinct: ["chatId"],
    select: { chatId: true },
  });
  await enqueueAll(
    tx,
    "drain-chat",
    chats.map(({ chatId }) => ({ payload: { chatId }, jobKey: `drain:${chatId}` })),
  );
}

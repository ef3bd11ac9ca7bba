import type { Tx } from "@/server/lib/db";

/**
 * Ties replies to the messages they answer where both are known by now. With `late` also replies stored before that wait
 * for one of `ids`; else only those among them, which is quick in any chat.
 */
export async function resolveHubReplies(tx: Tx, ids: number[], { late }: { late: boolean }): Promise<void> {
  if (ids.length === 0) return;
  if (late)
    await tx.$executeRaw`
      update hub_messages waiting set reply_to_id = target.id from hub_messages target
      where target.id = any(${ids}) and waiting.chat_id = target.chat_id and waiting.sent_at >= target.sent_at
        and waiting.reply_to_external_id = target.external_id and waiting.reply_to_id is null`;
  else
    await tx.$executeRaw`
      update hub_messages waiting set reply_to_id = target.id from hub_messages target
      where waiting.id = any(${ids}) and waiting.reply_to_external_id is not null and waiting.reply_to_id is null
        and target.chat_id = waiting.chat_id and target.external_id = waiting.reply_to_external_id`;
}

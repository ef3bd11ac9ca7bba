import type { Api } from "grammy";
import type { SendFailure, Target } from "@/server/providers/provider";
import { isTopicClosed, toSendFailure } from "@/server/providers/telegram/to-send-failure";

/** Runs a call that writes into a chat or topic; a topic that somebody closed by hand is opened again for it. */
export async function callTelegram<Sent>(
  api: Api,
  target: Target,
  send: () => Promise<Sent>,
): Promise<{ ok: true; sent: Sent } | SendFailure> {
  try {
    return { ok: true, sent: await send() };
  } catch (error) {
    if (!target.topicId || !isTopicClosed(error)) return toSendFailure(error);
    try {
      await api.reopenForumTopic(Number(target.chatId), Number(target.topicId));
      return { ok: true, sent: await send() };
    } catch (second) {
      return toSendFailure(second);
    }
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { askKchat, type ListenerState } from "@/bots/kchat/listener-state";
import { ListenerStopped } from "@/bots/listener-stopped";
import { fromChatId } from "@/server/providers/kchat/chat-id";
import { asNumber } from "@/server/providers/kchat/parse-json";

const lookEveryMs = 2000;
/** So many requests are left for what is more urgent. */
const spared = 8;

/**
 * Tells KChat what was read, one chat after another and only its newest message, as the budget allows; what is not told
 * is fetched once more after a break, and known then. Runs until `signal` aborts; throws when the token is refused.
 */
export async function confirmSeen(state: ListenerState, signal: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(lookEveryMs, undefined, { signal });
    while (state.budget.left() > spared) {
      const [chat] = state.unconfirmed;
      const place = chat && fromChatId(chat);
      const lastMessageId = chat && state.seen.get(chat);
      if (!place || !lastMessageId) break;
      state.unconfirmed.delete(chat);
      const path = `messages/confirm/${place.workspaceId}/${place.groupId}`;
      const answer = await askKchat(state, path, { lastMessageId: asNumber(lastMessageId) }, signal);
      if (answer.ok) continue;
      if (answer.kind === "unauthorised") throw new ListenerStopped("token_invalid", answer.detail);
      if (answer.kind !== "retry") continue;
      state.unconfirmed.add(chat);
      break;
    }
  }
}

import { type Api, GrammyError } from "grammy";
import type { ReactionTypeEmoji } from "grammy/types";
import type { SendResult, Target } from "@/server/providers/provider";
import { isAlreadySo, toSendFailure } from "@/server/providers/telegram/to-send-failure";

/** An emoji that this chat does not allow, or a message that is gone: there is nothing to show a reaction with. */
const pointless = /REACTION_(INVALID|EMPTY)|message to react not found|MESSAGE_ID_INVALID/i;

/** Puts the bot's reaction on a message, or takes it away; what cannot be shown here counts as done. */
export async function react(
  api: Api,
  target: Target,
  externalId: string,
  emoji: string | null,
): Promise<SendResult> {
  // Telegram names its emoji without the variation selector; it refuses those that it does not know.
  const bare = emoji?.replaceAll("\uFE0F", "") as ReactionTypeEmoji["emoji"] | undefined;
  try {
    await api.setMessageReaction(
      Number(target.chatId),
      Number(externalId),
      bare ? [{ type: "emoji", emoji: bare }] : [],
    );
  } catch (error) {
    const refused = error instanceof GrammyError && pointless.test(error.description);
    if (!refused && !isAlreadySo(error)) return toSendFailure(error);
  }
  return { ok: true, externalIds: [] };
}

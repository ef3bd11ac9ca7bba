import { useChatActs } from "@/components/chat/chat-acts";
import { useChatTexts } from "@/components/chat/chat-texts";
import { REACTIONS, showEmoji } from "@/components/chat/reactions";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

/** The reactions to a message; a tap on one adds the reader's own, a tap on their own takes it away. */
export function ReactionChips({ message }: { message: CustomerMessageView }) {
  const { t } = useChatTexts();
  const { react } = useChatActs();
  if (message.reactions.length === 0) return null;
  const byEmoji = Map.groupBy(message.reactions, ({ emoji }) => emoji);
  return (
    <span className="chat-reactions">
      {[...byEmoji].map(([emoji, reactions]) => {
        const isOwn = reactions.some(({ by }) => by === "customer");
        const label = isOwn ? (reactions.length > 1 ? "bothReactions" : "yourReaction") : "theirReaction";
        return (
          <button
            key={emoji}
            type="button"
            aria-label={t(label, { emoji, name: t("manager") })}
            aria-pressed={isOwn}
            // Managers have more of them than Telegram allows a bot to put.
            disabled={!isOwn && !REACTIONS.some((offered) => offered === emoji)}
            className="chat-reaction"
            onClick={() => react(message, isOwn ? null : emoji)}
          >
            <span aria-hidden="true">{showEmoji(emoji)}</span>
            {reactions.length > 1 && <span aria-hidden="true">{reactions.length}</span>}
          </button>
        );
      })}
    </span>
  );
}

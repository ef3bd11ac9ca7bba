import { Pencil, Reply, X } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { authorName, messageLabel } from "@/components/chat/message-label";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

/** The message that what is being written answers, or replaces. */
export type Reference = { mode: "reply" | "edit"; message: CustomerMessageView };

type ComposerReferenceProps = { reference: Reference; onCancel(): void };

/** Above the field: which message is answered or changed, and the way out of it. */
export function ComposerReference({ reference: { mode, message }, onCancel }: ComposerReferenceProps) {
  const { t } = useChatTexts();
  const Icon = mode === "edit" ? Pencil : Reply;
  const name = authorName(message.author, message.authorName, t);
  return (
    <div className="chat-reference" role="status">
      <Icon aria-hidden="true" className="size-4.5 shrink-0 text-(--chat-link)" />
      <p className="min-w-0 flex-1 border-s-2 border-(--chat-link) ps-2.5 text-[13px] leading-snug">
        <span className="block truncate font-semibold text-(--chat-link)">
          {mode === "edit" ? t("editing") : t("replyingTo", { name })}
        </span>
        <span dir="auto" className="block truncate text-(--chat-muted)">
          {messageLabel(message, t)}
        </span>
      </p>
      <button
        type="button"
        aria-label={t(mode === "edit" ? "cancelEdit" : "cancelReply")}
        className="chat-icon-button"
        onClick={onCancel}
      >
        <X aria-hidden="true" className="size-4.5" />
      </button>
    </div>
  );
}

import { Copy, Pencil, Reply } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { REACTIONS, showEmoji } from "@/components/chat/reactions";
import { useDialog } from "@/components/chat/use-dialog";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

type MessageMenuProps = {
  message: CustomerMessageView;
  /** What the menu stands beside. */
  anchor: DOMRect;
  canEdit: boolean;
  onClose(): void;
  onReply(): void;
  onEdit(): void;
  onReact(emoji: string | null): void;
  /** The browser did not let the text be copied. */
  onFailed(): void;
};

const GAP = 6;
const MARGIN = 8;
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** What can be done with a message: a reaction, an answer, a change. Arrows move inside, Escape leaves. */
export function MessageMenu(props: MessageMenuProps) {
  const { message, anchor, canEdit, onClose, onReply, onEdit, onReact } = props;
  const { t } = useChatTexts();
  const dialog = useDialog(onClose);
  const own = message.reactions.find(({ by }) => by === "customer")?.emoji ?? null;
  const isOwn = message.author === "customer";

  useLayoutEffect(() => {
    const menu = dialog.current;
    if (!menu) return;
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = anchor.bottom + GAP;
    const fits = below + height <= window.innerHeight - MARGIN;
    const top = fits
      ? below
      : Math.max(MARGIN, Math.min(anchor.top - height - GAP, window.innerHeight - height - MARGIN));
    const left = isOwn ? anchor.right - width : anchor.left;
    menu.style.top = `${top}px`;
    menu.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
    menu.querySelector<HTMLElement>("[role^=menuitem]")?.focus({ preventScroll: true });
  }, [anchor, dialog, isOwn]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === "Escape") onClose();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : step && at + step;
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };
  const choose = (act: () => void) => () => {
    onClose();
    act();
  };
  const copy = () => void navigator.clipboard.writeText(message.text).catch(props.onFailed);

  return (
    <dialog
      ref={dialog}
      className="chat-menu"
      aria-label={t("actions")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={onKeyDown}
    >
      <div role="menu" aria-label={t("actions")}>
        <div className="chat-menu-reactions">
          {REACTIONS.map((emoji) => (
            <button
              key={emoji}
              type="button"
              role="menuitemcheckbox"
              aria-checked={own === emoji}
              aria-label={t("react", { emoji })}
              onClick={choose(() => onReact(own === emoji ? null : emoji))}
            >
              <span aria-hidden="true">{showEmoji(emoji)}</span>
            </button>
          ))}
        </div>
        <button type="button" role="menuitem" className="chat-menu-item" onClick={choose(onReply)}>
          <Reply aria-hidden="true" className="size-4.5" />
          {t("reply")}
        </button>
        {message.text !== "" && "clipboard" in navigator && (
          <button type="button" role="menuitem" className="chat-menu-item" onClick={choose(copy)}>
            <Copy aria-hidden="true" className="size-4.5" />
            {t("copy")}
          </button>
        )}
        {canEdit && (
          <button type="button" role="menuitem" className="chat-menu-item" onClick={choose(onEdit)}>
            <Pencil aria-hidden="true" className="size-4.5" />
            {t("edit")}
          </button>
        )}
      </div>
    </dialog>
  );
}

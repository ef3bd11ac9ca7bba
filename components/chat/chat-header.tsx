import { useChatTexts } from "@/components/chat/chat-texts";
import type { ConversationStateName } from "@/server/domain/conversations/schema";

type ChatHeaderProps = {
  companyName: string;
  state: ConversationStateName | null;
  /** Given name of the manager who leads, once one has written. */
  managerName: string | null;
  connection: "connecting" | "live" | "offline";
};

/** Whose chat this is, who answers now, and whether the line is up. */
export function ChatHeader({ companyName, state, managerName, connection }: ChatHeaderProps) {
  const { t } = useChatTexts();
  const status = {
    assistant: t("statusAssistant"),
    waiting: t("statusWaiting"),
    manager: managerName ? t("statusManager", { name: managerName }) : t("statusManagerNameless"),
    closed: t("statusClosed"),
  };
  return (
    <header className="chat-top z-10 border-b border-(--chat-line) bg-(--chat-surface)">
      <div className="chat-title">
        <span
          aria-hidden="true"
          className="chat-brand grid size-10 shrink-0 place-items-center rounded-full text-lg font-semibold"
        >
          {[...companyName.trim()][0]?.toUpperCase()}
        </span>
        <div className="min-w-0 flex-1">
          <h1 className="truncate text-[15px] font-semibold leading-tight">{companyName}</h1>
          <p
            role="status"
            className="flex items-center gap-1.5 text-[13px] leading-tight text-(--chat-muted)"
          >
            <span aria-hidden="true" className="chat-presence" data-state={state ?? "assistant"} />
            <span className="truncate">{status[state ?? "assistant"]}</span>
          </p>
        </div>
      </div>
      {connection !== "live" && (
        <p role="status" className="chat-connection" data-connection={connection}>
          {t(connection)}
        </p>
      )}
    </header>
  );
}

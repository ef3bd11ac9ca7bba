import { ArrowUp } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { MAX_MESSAGE_LENGTH } from "@/components/chat/max-message-length";

type ChatComposerProps = { isClosed: boolean; onSend(text: string): void };

const COUNT_FROM = MAX_MESSAGE_LENGTH - 500;

/** Where the customer writes: Enter sends, Shift+Enter starts a line, the field grows with its text. */
export function ChatComposer({ isClosed, onSend }: ChatComposerProps) {
  const { t } = useChatTexts();
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const length = text.trim().length;
  const isTooLong = length > MAX_MESSAGE_LENGTH;
  const canSend = length > 0 && !isTooLong;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    // An empty field is one line, whatever its placeholder would need.
    element.style.height = text === "" ? "" : `${element.scrollHeight}px`;
  }, [text]);

  const send = (): void => {
    if (!canSend) return;
    onSend(text.trim());
    setText("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // 229: the key belongs to an input method that is still composing (Safari ends composition before the key).
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="flex min-w-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="chat-field">
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={t("message")}
          aria-invalid={isTooLong}
          aria-describedby="composer-note"
          placeholder={t(isClosed ? "messageAgainPlaceholder" : "messagePlaceholder")}
          enterKeyHint="send"
          autoComplete="off"
          dir="auto"
          className="max-h-40 min-h-11 flex-1 resize-none overflow-y-auto bg-transparent py-2.5 pl-4 text-base leading-6 outline-none placeholder:text-(--chat-muted) landscape:max-h-[30dvh]"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" aria-label={t("send")} disabled={!canSend} className="chat-send">
          <ArrowUp aria-hidden="true" className="size-5" strokeWidth={2.5} />
        </button>
      </div>
      <p
        id="composer-note"
        role="status"
        className={`px-4 text-xs ${isTooLong ? "text-(--chat-danger)" : "text-(--chat-muted)"} ${length > COUNT_FROM ? "pt-1" : ""}`}
      >
        {isTooLong
          ? `${t("tooLong", { count: length - MAX_MESSAGE_LENGTH })}. ${t("pasteTooLong", { max: MAX_MESSAGE_LENGTH })}`
          : length > COUNT_FROM && t("left", { count: MAX_MESSAGE_LENGTH - length })}
      </p>
    </form>
  );
}

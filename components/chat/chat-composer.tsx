import { ArrowUp, Check, Paperclip } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, type Ref, useLayoutEffect, useRef } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { MAX_MESSAGE_LENGTH } from "@/components/chat/max-message-length";

type ChatComposerProps = {
  field: Ref<HTMLTextAreaElement>;
  text: string;
  isClosed: boolean;
  /** An earlier message is being changed: nothing can be attached to it. */
  isEditing: boolean;
  /** Files stand ready to go with the message, so that it needs no words. */
  hasFiles: boolean;
  isBusy: boolean;
  onText(text: string): void;
  onFiles(files: File[]): void;
  onSend(): void;
  /** Escape, and ↑ in an empty field. */
  onCancel(): void;
  onEditLast(): void;
};

const COUNT_FROM = MAX_MESSAGE_LENGTH - 500;

/** Where the customer writes: Enter sends, Shift+Enter starts a line, the field grows with its text; files by button or pasted. */
export function ChatComposer(props: ChatComposerProps) {
  const { text, isEditing, hasFiles, onText, onFiles, onSend } = props;
  const { t } = useChatTexts();
  const chooser = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const length = text.trim().length;
  const isTooLong = length > MAX_MESSAGE_LENGTH;
  const canSend = (length > 0 || (hasFiles && !isEditing)) && !isTooLong && !props.isBusy;

  useLayoutEffect(() => {
    const element = form.current?.querySelector("textarea");
    if (!element) return;
    element.style.height = "auto";
    // An empty field is one line, whatever its placeholder would need.
    element.style.height = text === "" ? "" : `${element.scrollHeight}px`;
  }, [text]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") props.onCancel();
    if (event.key === "ArrowUp" && text === "") {
      event.preventDefault();
      props.onEditLast();
    }
    // 229: the key belongs to an input method that is still composing (Safari ends composition before the key).
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    if (canSend) onSend();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    // Office programs put a picture of the text beside the text itself.
    if (files.length === 0 || isEditing || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    onFiles(files);
  };

  return (
    <form
      ref={form}
      className="flex min-w-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onSend();
      }}
    >
      <div className="chat-field">
        {!isEditing && (
          <button
            type="button"
            aria-label={t("attach")}
            title={t("attach")}
            className="chat-attach"
            onClick={() => chooser.current?.click()}
          >
            <Paperclip aria-hidden="true" className="size-5" />
          </button>
        )}
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-hidden="true"
          tabIndex={-1}
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])]);
            // The same file chosen again is a change again.
            target.value = "";
          }}
        />
        <textarea
          ref={props.field}
          rows={1}
          value={text}
          aria-label={t("message")}
          aria-invalid={isTooLong}
          aria-describedby="composer-note"
          placeholder={t(props.isClosed ? "messageAgainPlaceholder" : "messagePlaceholder")}
          enterKeyHint="send"
          autoComplete="off"
          dir="auto"
          className={`max-h-40 min-h-11 flex-1 resize-none overflow-y-auto bg-transparent py-2.5 text-base leading-6 outline-none placeholder:text-(--chat-muted) landscape:max-h-[30dvh] ${isEditing ? "pl-4" : "pl-1"}`}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button
          type="submit"
          aria-label={t(isEditing ? "save" : "send")}
          disabled={!canSend}
          className="chat-send"
        >
          {isEditing ? (
            <Check aria-hidden="true" className="size-5" strokeWidth={2.5} />
          ) : (
            <ArrowUp aria-hidden="true" className="size-5" strokeWidth={2.5} />
          )}
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

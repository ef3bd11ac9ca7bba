import { ArrowUp, Paperclip, Reply, StickyNote, UploadIcon, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { OfferCall } from "@/components/calls/offer-call";
import { MAX_MESSAGE_LENGTH } from "@/components/chat/max-message-length";
import { AttachmentTray } from "@/components/chat/uploads/attachment-tray";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import { useFileDrop } from "@/components/chat/use-file-drop";
import { useLeaveWarning } from "@/components/chat/use-leave-warning";
import type { PendingMessage } from "@/components/inbox/use-outbox";
import { cn } from "@/components/ui/cn";
import type { InboxRow, StaffMessageView } from "@/server/domain/conversations/inbox-schema";

type ComposerProps = {
  row: InboxRow;
  uploads: Uploads;
  replyTo: StaffMessageView | null;
  onReplyTo: (message: StaffMessageView | null) => void;
  onSend: (draft: Pick<PendingMessage, "kind" | "text" | "replyTo" | "uploads">) => void;
};

/** Drafts outlive a look at another conversation. */
const drafts = new Map<number, string>();

/** Where a member answers, or notes something for the team: Enter sends, Shift+Enter starts a line. */
export function Composer({ row, uploads, replyTo, onReplyTo, onSend }: ComposerProps) {
  const t = useTranslations("Inbox");
  const isClosed = row.state === "closed";
  const [kind, setKind] = useState<"text" | "note">(isClosed ? "note" : "text");
  const [text, setText] = useState(() => drafts.get(row.id) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const tray = useSyncExternalStore(uploads.subscribe, uploads.tray, uploads.tray);
  useLeaveWarning(uploads);
  const isNote = kind === "note";
  const addFiles = (files: File[]) => {
    if (isClosed || files.length === 0) return;
    setKind("text");
    uploads.add(files);
  };
  const isOver = useFileDrop(addFiles);
  const tooMany = text.trim().length - MAX_MESSAGE_LENGTH;
  const hasFiles = !isNote && tray.some(({ state }) => state !== "refused");
  const canSend = (text.trim() !== "" || hasFiles) && tooMany <= 0;

  useEffect(() => {
    if (!replyTo) return;
    setKind("text");
    field.current?.focus();
  }, [replyTo]);

  const write = (words: string) => {
    setText(words);
    if (words) drafts.set(row.id, words);
    else drafts.delete(row.id);
  };
  const send = () => {
    if (!canSend) return;
    onSend({
      kind,
      text: text.trim(),
      replyTo: isNote ? null : replyTo,
      uploads: isNote ? [] : uploads.take(),
    });
    write("");
    onReplyTo(null);
    if (!isClosed) setKind("text");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && replyTo) onReplyTo(null);
    // 229: the key belongs to an input method that is still composing.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Office programs put a picture of the text beside the text itself.
    if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
    event.preventDefault();
    addFiles(files);
  };
  const begin = (next: "text" | "note") => {
    setKind(next);
    field.current?.focus();
  };

  return (
    <form
      className="shrink-0 border-t border-border bg-background px-3 pt-2 pb-3 sm:px-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="mx-auto max-w-4xl">
        <div className="flex min-h-8 items-center gap-1 pb-1.5">
          <fieldset aria-label={t("composerMode")} className="flex gap-1">
            {!isClosed && (
              <Mode name={t("reply")} keyName="r" isOn={!isNote} onChoose={() => begin("text")} />
            )}
            <Mode name={t("note")} keyName="n" isOn={isNote} onChoose={() => begin("note")} />
          </fieldset>
          <p className="min-w-0 flex-1 truncate text-right text-xs text-muted-foreground">
            {isClosed
              ? t("closedNotice", { name: row.contactName })
              : !isNote && row.state !== "manager" && t("takesOver")}
          </p>
        </div>
        {replyTo && !isNote && (
          <div className="mb-2 flex items-center gap-2 rounded-xl bg-muted px-3 py-2 text-[13px]">
            <Reply aria-hidden className="size-4 shrink-0 text-muted-foreground" />
            <p className="min-w-0 flex-1 truncate">
              <span className="font-medium">
                {t("replyingTo", {
                  name:
                    replyTo.author === "assistant" ? t("assistant") : (replyTo.authorName ?? row.contactName),
                })}
              </span>{" "}
              <span className="text-muted-foreground">
                {replyTo.text || t("attachment", { kind: replyTo.attachments[0]?.kind ?? "other" })}
              </span>
            </p>
            <button
              type="button"
              aria-label={t("cancelReply")}
              className="chat-icon-button"
              onClick={() => onReplyTo(null)}
            >
              <X aria-hidden className="size-4" />
            </button>
          </div>
        )}
        {!isNote && <AttachmentTray uploads={uploads} />}
        <div
          className={cn(
            "flex items-end rounded-2xl border border-input/70 bg-card transition-[border-color,box-shadow] focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/25",
            isNote && "bg-warning-soft",
          )}
        >
          {!isNote && (
            <button
              type="button"
              aria-label={t("attach")}
              title={t("attach")}
              className="m-1 grid size-9 shrink-0 place-items-center rounded-xl text-muted-foreground hover:bg-muted hover:text-foreground"
              onClick={() => chooser.current?.click()}
            >
              <Paperclip aria-hidden className="size-4.5" />
            </button>
          )}
          {!isNote && (
            <OfferCall
              conversation={{ id: row.id, seenSeq: row.lastSeq }}
              className="my-1 grid size-9 shrink-0 place-items-center rounded-xl text-muted-foreground hover:bg-muted hover:text-foreground"
            />
          )}
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-hidden
            tabIndex={-1}
            onChange={({ target }) => {
              addFiles([...(target.files ?? [])]);
              // The same file chosen again is a change again.
              target.value = "";
            }}
          />
          <textarea
            ref={field}
            rows={1}
            value={text}
            dir="auto"
            aria-label={isNote ? t("note") : t("message")}
            aria-invalid={tooMany > 0}
            placeholder={isNote ? t("notePlaceholder") : t("replyPlaceholder", { name: row.contactName })}
            enterKeyHint="send"
            autoComplete="off"
            className={cn(
              "field-sizing-content max-h-48 min-h-11 min-w-0 flex-1 resize-none bg-transparent py-2.5 pr-2 text-base leading-6 outline-none placeholder:truncate placeholder:text-muted-foreground sm:text-sm sm:leading-6",
              isNote ? "pl-4" : "pl-1",
            )}
            onChange={({ target }) => write(target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
          <button
            type="submit"
            aria-label={t(isNote ? "saveNote" : "send")}
            disabled={!canSend}
            className="m-1 grid size-9 shrink-0 place-items-center rounded-xl bg-primary text-primary-foreground transition-colors hover:bg-primary-hover disabled:bg-muted disabled:text-muted-foreground"
          >
            {isNote ? (
              <StickyNote aria-hidden className="size-4.5" />
            ) : (
              <ArrowUp aria-hidden className="size-4.5" strokeWidth={2.5} />
            )}
          </button>
        </div>
        <p role="status" className="text-xs text-destructive">
          {tooMany > 0 && <span className="block pt-1">{t("tooLong", { count: tooMany })}</span>}
        </p>
      </div>
      {isOver && !isClosed && (
        <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center bg-background/80">
          <p className="flex flex-col items-center gap-1 rounded-2xl border-2 border-dashed border-ring bg-card px-10 py-8 text-center shadow-lifted">
            <UploadIcon aria-hidden className="mb-1 size-8 text-accent-foreground" />
            <span className="text-lg font-semibold">{t("dropTitle")}</span>
            <span className="text-sm text-muted-foreground">{t("dropText")}</span>
          </p>
        </div>
      )}
    </form>
  );
}

type ModeProps = { name: string; keyName: string; isOn: boolean; onChoose: () => void };

function Mode({ name, keyName, isOn, onChoose }: ModeProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      data-key={keyName}
      title={`${name} (${keyName.toUpperCase()})`}
      className="h-7 rounded-md px-2 text-[13px] font-medium text-muted-foreground transition-colors hover:bg-muted hover:text-foreground aria-pressed:bg-muted aria-pressed:text-foreground"
      onClick={onChoose}
    >
      {name}
    </button>
  );
}

"use client";

import { Mic, Paperclip, SendHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { LARGEST_UPLOAD, readUpload } from "@/components/simulator/read-upload";
import type { TelegramMessage } from "@/components/simulator/simulator-types";

type ComposerProps = {
  label: string;
  placeholder: string;
  replyTo: TelegramMessage | null;
  onCancelReply: () => void;
  /** Says it, as the control API takes it; true when it was said. */
  onSay: (content: object) => Promise<boolean>;
  onProblem: (text: string) => void;
  /** Only text: neither files nor recordings. */
  plain?: boolean;
  children?: ReactNode;
};

const roundButton =
  "grid size-10 shrink-0 place-items-center rounded-full transition-colors disabled:opacity-45 [&_svg]:size-5";

/** The line to write in; Enter sends, Shift+Enter breaks the line. `children` stand before the field. */
export function Composer({
  label,
  placeholder,
  replyTo,
  onCancelReply,
  onSay,
  onProblem,
  plain = false,
  children,
}: ComposerProps) {
  const t = useTranslations("Simulator");
  const [text, setText] = useState("");
  const picker = useRef<HTMLInputElement>(null);

  async function send() {
    const said = text.trim();
    if (said === "") return;
    setText("");
    // What could not be said comes back into the field, unless something new was written there.
    if (!(await onSay({ text: said }))) setText((now) => (now === "" ? said : now));
  }
  /** As a recording in which the words are said: reading aloud takes about 14 characters a second. */
  async function speak() {
    const words = text.trim();
    if (words === "") return;
    setText("");
    if (!(await onSay({ voice: { words, duration: Math.ceil(words.length / 14) } })))
      setText((now) => (now === "" ? words : now));
  }
  async function attach(file: File | undefined) {
    if (!file) return;
    if (file.size > LARGEST_UPLOAD) onProblem(t("fileTooLarge", { mb: LARGEST_UPLOAD / 1_000_000 }));
    else await onSay(await readUpload(file));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="border-t border-border bg-card"
    >
      {replyTo && (
        <div className="flex items-center gap-2 border-b border-border px-3 py-1.5 text-xs">
          <p className="min-w-0 flex-1 truncate border-l-2 border-primary pl-2 text-muted-foreground">
            <span className="font-medium text-primary">
              {t("replyTo", { name: replyTo.from?.first_name ?? "" })}
            </span>{" "}
            {replyTo.text ?? replyTo.caption}
          </p>
          <button type="button" aria-label={t("cancelReply")} onClick={onCancelReply} className="p-1">
            <X aria-hidden className="size-4" />
          </button>
        </div>
      )}
      <div className="flex items-end gap-1 p-1.5">
        {children}
        {!plain && (
          <>
            <input
              ref={picker}
              type="file"
              hidden
              aria-hidden
              tabIndex={-1}
              onChange={(event) => {
                void attach(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
            <button
              type="button"
              aria-label={t("attach")}
              onClick={() => picker.current?.click()}
              className={`${roundButton} text-muted-foreground hover:bg-muted`}
            >
              <Paperclip aria-hidden />
            </button>
          </>
        )}
        <textarea
          rows={1}
          value={text}
          aria-label={label}
          placeholder={placeholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-28 min-h-10 min-w-0 placeholder-shown:h-10 placeholder-shown:overflow-hidden flex-1 resize-none rounded-2xl bg-muted px-3.5 py-2.5 text-sm leading-5 placeholder:text-muted-foreground max-lg:text-base"
        />
        {!plain && text.trim() !== "" && (
          <button
            type="button"
            aria-label={t("speak")}
            title={t("speak")}
            onClick={() => void speak()}
            className={`${roundButton} text-muted-foreground hover:bg-muted`}
          >
            <Mic aria-hidden />
          </button>
        )}
        <button
          type="submit"
          aria-label={t("send")}
          disabled={text.trim() === ""}
          className={`${roundButton} text-primary hover:bg-accent`}
        >
          <SendHorizontal aria-hidden />
        </button>
      </div>
    </form>
  );
}

import { Upload as UploadIcon } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { ChatComposer } from "@/components/chat/chat-composer";
import { useChatTexts } from "@/components/chat/chat-texts";
import { ComposerReference, type Reference } from "@/components/chat/composer-reference";
import type { NewMessage } from "@/components/chat/create-chat";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import { useFileDrop } from "@/components/chat/use-file-drop";

const AttachmentTray = lazy(async () => {
  const { AttachmentTray: tray } = await import("@/components/chat/uploads/attachment-tray");
  return { default: tray };
});

type ChatWritingProps = {
  isClosed: boolean;
  isBusy: boolean;
  reference: Reference | null;
  uploads: Uploads | null;
  onReference(reference: null): void;
  onFiles(files: File[]): void;
  onSend(message: NewMessage): void;
  /** Resolves to whether the change was stored. */
  onEdit(messageId: number, text: string): Promise<boolean>;
  onEditLast(): void;
};

const nothing = () => () => undefined;

/** Everything that belongs to the message being written: words, files, what it answers or replaces. */
export function ChatWriting(props: ChatWritingProps) {
  const { reference, uploads, onFiles, onReference } = props;
  const { t } = useChatTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState("");
  const [edit, setEdit] = useState({ id: 0, text: "" });
  const isOver = useFileDrop(onFiles);
  const fileCount = useSyncExternalStore(
    uploads?.subscribe ?? nothing,
    () => uploads?.tray().filter(({ state }) => state !== "refused").length ?? 0,
    () => 0,
  );
  const edited = reference?.mode === "edit" ? reference.message : null;
  const editText = edited?.id === edit.id ? edit.text : (edited?.text ?? "");

  useEffect(() => {
    if (reference) field.current?.focus();
  }, [reference]);

  const send = async (): Promise<void> => {
    if (edited) {
      if (editText.trim() === edited.text || (await props.onEdit(edited.id, editText.trim())))
        onReference(null);
      return;
    }
    const answered = reference?.message;
    const replyTo = answered ? { id: answered.id, author: answered.author, text: answered.text } : null;
    props.onSend({ text: draft.trim(), uploads: uploads?.take() ?? [], replyTo });
    setDraft("");
    onReference(null);
    field.current?.focus();
  };

  return (
    <div className="flex min-w-0 flex-1 flex-col">
      {reference && <ComposerReference reference={reference} onCancel={() => onReference(null)} />}
      {uploads && (
        <Suspense>
          <AttachmentTray uploads={uploads} />
        </Suspense>
      )}
      <ChatComposer
        field={field}
        text={edited ? editText : draft}
        isClosed={props.isClosed}
        isEditing={edited !== null}
        hasFiles={fileCount > 0}
        isBusy={edited !== null && props.isBusy}
        onText={(text) => (edited ? setEdit({ id: edited.id, text }) : setDraft(text))}
        onFiles={onFiles}
        onSend={() => void send()}
        onCancel={() => onReference(null)}
        onEditLast={props.onEditLast}
      />
      {isOver && (
        <div className="chat-drop">
          <p className="chat-card flex flex-col items-center gap-1 px-8 py-6 text-center">
            <UploadIcon aria-hidden="true" className="mb-1 size-8 text-(--chat-link)" />
            <span className="text-lg font-semibold">{t("dropTitle")}</span>
            <span className="text-sm text-(--chat-muted)">{t("dropText")}</span>
          </p>
        </div>
      )}
    </div>
  );
}

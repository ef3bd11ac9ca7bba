import { useEffect, useRef, useSyncExternalStore } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import { TrayItem } from "@/components/chat/uploads/tray-item";

/** The files that will go with the message being written. */
export function AttachmentTray({ uploads }: { uploads: Uploads }) {
  const { t } = useChatTexts();
  const tray = useSyncExternalStore(uploads.subscribe, uploads.tray, uploads.tray);
  const list = useRef<HTMLUListElement>(null);
  const count = tray.length;
  // What was chosen last stands last, and may have been refused.
  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  if (count === 0) return null;
  return (
    <ul ref={list} aria-label={t("tray")} className="chat-tray">
      {tray.map((upload) => (
        <TrayItem
          key={upload.key}
          upload={upload}
          onRemove={() => uploads.remove([upload.key])}
          onRetry={() => uploads.again([upload.key])}
        />
      ))}
    </ul>
  );
}

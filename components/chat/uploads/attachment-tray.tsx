import { useSyncExternalStore } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import { TrayItem } from "@/components/chat/uploads/tray-item";

/** The files that will go with the message being written. */
export function AttachmentTray({ uploads }: { uploads: Uploads }) {
  const { t } = useChatTexts();
  const tray = useSyncExternalStore(uploads.subscribe, uploads.tray, uploads.tray);
  if (tray.length === 0) return null;
  return (
    <ul aria-label={t("tray")} className="chat-tray">
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

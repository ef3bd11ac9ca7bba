import type { ReactNode } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { telegramWebApp } from "@/components/chat/telegram-web-app";
import type { AttachmentView } from "@/server/domain/files/schema";

type DownloadLinkProps = { attachment: AttachmentView; className: string; children: ReactNode };

/** Saves the file under its name: by Telegram where it can, since its clients do not let a page download. */
export function DownloadLink({ attachment, className, children }: DownloadLinkProps) {
  const { t } = useChatTexts();
  const { downloadUrl, fileName, kind } = attachment;
  if (!downloadUrl) return null;
  const name = fileName ?? t(kind);
  return (
    <a
      href={downloadUrl}
      download={name}
      aria-label={t("downloadFile", { name })}
      title={t("download")}
      className={className}
      onClick={(event) => {
        const webApp = telegramWebApp();
        if (!webApp?.initData || !webApp.isVersionAtLeast("8.0") || !webApp.downloadFile) return;
        event.preventDefault();
        webApp.downloadFile({ url: new URL(downloadUrl, window.location.href).href, file_name: name });
      }}
    >
      {children}
    </a>
  );
}

import { Download } from "lucide-react";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import { DownloadLink } from "@/components/chat/attachments/download-link";
import { FileBadge } from "@/components/chat/attachments/file-badge";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

/** A file to download: the start of a long name and its ending both stay readable. */
export function DocumentRow({ attachment }: { attachment: AttachmentView }) {
  const { t, size } = useChatTexts();
  const { fileName, sizeBytes, thumbnailUrl } = attachment;
  const name = fileName ?? t("document");
  const ending = /.{0,5}\.[\p{L}\d]{1,8}$/u.exec(name)?.[0] ?? "";
  return (
    <DownloadLink attachment={attachment} className="chat-file">
      {thumbnailUrl ? (
        <ChatPicture src={thumbnailUrl} alt="" className="size-11 shrink-0 rounded-xl object-cover" />
      ) : (
        <FileBadge name={name} kind={attachment.kind} />
      )}
      <span className="min-w-0 flex-1">
        <span dir="auto" title={name} className="flex font-medium leading-snug">
          <bdi className="min-w-0 truncate whitespace-pre">{name.slice(0, name.length - ending.length)}</bdi>
          <bdi className="shrink-0 whitespace-pre">{ending}</bdi>
        </span>
        <span className="flex items-center gap-1 text-xs opacity-85">
          {sizeBytes !== null && size(sizeBytes)}
          <Download aria-hidden="true" className="size-3.5" />
        </span>
      </span>
    </DownloadLink>
  );
}

import { useSyncExternalStore } from "react";
import { albumRows } from "@/components/chat/attachments/album-rows";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import { FileBadge } from "@/components/chat/attachments/file-badge";
import { useChatActs } from "@/components/chat/chat-acts";
import type { PendingFile } from "@/components/chat/chat-state";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { Upload } from "@/components/chat/uploads/upload";
import { uploadWords } from "@/components/chat/uploads/upload-words";

const nothing = () => () => undefined;

type Shown = PendingFile & { upload?: Upload };

/** The files of a message on its way, each with how far it is; after a reload only their names are known. */
export function PendingFiles({ files }: { files: PendingFile[] }) {
  const { uploads } = useChatActs();
  // Every change makes a new tray, also one about a file that has left it.
  useSyncExternalStore(
    uploads?.subscribe ?? nothing,
    () => uploads?.tray(),
    () => undefined,
  );
  const shown: Shown[] = files.map((file) => ({ ...file, upload: uploads?.find(file.key) }));
  const pictures = shown.filter(({ upload }) => upload?.previewUrl);
  return (
    <div className="chat-attachments">
      {pictures.length > 0 && <PendingAlbum pictures={pictures} />}
      {shown
        .filter(({ upload }) => !upload?.previewUrl)
        .map((file) => (
          <PendingDocument key={file.key} file={file} />
        ))}
    </div>
  );
}

function PendingAlbum({ pictures }: { pictures: Shown[] }) {
  const texts = useChatTexts();
  const rows = albumRows(
    pictures.map(({ upload }) => (upload?.width && upload.height ? upload.width / upload.height : null)),
  );
  return (
    <div className="chat-album">
      {rows.map(({ aspect, items }) => (
        <div key={items[0]?.index} className="chat-album-row" style={{ aspectRatio: aspect }}>
          {items.map(({ index, grow }) => {
            const upload = pictures[index]?.upload;
            if (!upload?.previewUrl) return null;
            return (
              <span key={upload.key} className="chat-tile" style={{ flexGrow: grow }}>
                <ChatPicture src={upload.previewUrl} alt={upload.name} className="size-full object-cover" />
                {upload.state !== "ready" && (
                  <span className="chat-tile-play" title={uploadWords(upload, texts)}>
                    <Ring share={upload.progress} hasFailed={upload.trouble !== null} />
                  </span>
                )}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function PendingDocument({ file: { name, kind, sizeBytes, upload } }: { file: Shown }) {
  const texts = useChatTexts();
  return (
    <div className="chat-file">
      <FileBadge name={name} kind={kind} />
      <span className="min-w-0 flex-1">
        <bdi className="block truncate font-medium leading-snug">{name}</bdi>
        <span className="block text-xs opacity-85">
          {texts.size(sizeBytes)}
          {upload && upload.state !== "ready" && ` · ${uploadWords(upload, texts)}`}
        </span>
      </span>
    </div>
  );
}

/** A circle that fills; its size is its box's. */
function Ring({ share, hasFailed }: { share: number; hasFailed: boolean }) {
  return (
    <svg viewBox="0 0 36 36" className="size-9 -rotate-90" aria-hidden="true">
      <circle cx="18" cy="18" r="15" fill="none" stroke="currentColor" strokeOpacity="0.3" strokeWidth="3" />
      <circle
        cx="18"
        cy="18"
        r="15"
        fill="none"
        stroke={hasFailed ? "#ff8f93" : "currentColor"}
        strokeWidth="3"
        strokeLinecap="round"
        pathLength="1"
        strokeDasharray={`${hasFailed ? 1 : Math.max(0.04, share)} 1`}
      />
    </svg>
  );
}

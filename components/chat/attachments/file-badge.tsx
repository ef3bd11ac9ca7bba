import { File, FileArchive, FileImage, FileMusic, FileText, FileVideo } from "lucide-react";

type FileBadgeProps = { name: string | null; kind?: string };

const BY_EXTENSION: [RegExp, typeof File][] = [
  [/\.(zip|rar|7z|tar|gz)$/i, FileArchive],
  [/\.(jpe?g|png|webp|gif|heic|svg)$/i, FileImage],
  [/\.(mp3|ogg|oga|m4a|wav|flac)$/i, FileMusic],
  [/\.(mp4|mov|webm|mkv|avi)$/i, FileVideo],
  [/\.(pdf|docx?|odt|rtf|txt|md|xlsx?|csv|pptx?)$/i, FileText],
];
const BY_KIND: Record<string, typeof File> = { photo: FileImage, video: FileVideo, audio: FileMusic };

/** A file's kind as a small tile; decoration, since its name stands beside it. */
export function FileBadge({ name, kind = "" }: FileBadgeProps) {
  const Icon = BY_KIND[kind] ?? BY_EXTENSION.find(([names]) => names.test(name ?? ""))?.[1] ?? File;
  return (
    <span aria-hidden="true" className="chat-file-badge">
      <Icon className="size-5.5" strokeWidth={1.75} />
    </span>
  );
}

import type { useChatTexts } from "@/components/chat/chat-texts";
import type { Upload } from "@/components/chat/uploads/upload";

const TROUBLES = {
  tooLarge: "fileTooLarge",
  empty: "fileEmpty",
  tooMany: "fileTooMany",
  refused: "fileRefused",
  unsentLimit: "fileUnsentLimit",
  dayLimit: "fileDayLimit",
  offline: "uploadOffline",
  unavailable: "uploadUnavailable",
  failed: "uploadFailed",
} as const;

/** How a file fares, in words. */
export function uploadWords(upload: Upload, { t, size }: ReturnType<typeof useChatTexts>): string {
  if (upload.trouble) return t(TROUBLES[upload.trouble], { size: size(upload.sizeBytes) });
  if (upload.state === "uploading") return t("uploading", { percent: Math.round(upload.progress * 100) });
  return t(upload.state === "ready" ? "uploadReady" : "uploadWaits");
}

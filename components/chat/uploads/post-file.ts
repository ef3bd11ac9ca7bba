import type { UploadAnswer } from "@/components/chat/uploads/upload-trouble";

/** Sends one file by its page's own door; `onProgress` is told shares of 0–1. */
export type PostFile = (
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<UploadAnswer>;

/** Posts one file to /api/files with the headers that prove who sends it. */
export function postFile(
  headers: Record<string, string>,
  ...[file, onProgress, signal]: Parameters<PostFile>
): Promise<UploadAnswer> {
  // Only XMLHttpRequest tells how much of a body has gone out.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    signal.addEventListener("abort", abort, { once: true });
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onloadend = () => {
      signal.removeEventListener("abort", abort);
      resolve({ status: request.status, body: request.response });
    };
    request.open("POST", "/api/files");
    request.responseType = "json";
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed?.() ?? file.name));
    request.send(file);
  });
}

import type { PostFile } from "@/components/chat/uploads/post-file";
import type { UploadTrouble } from "@/components/chat/uploads/upload";
import { uploadTrouble } from "@/components/chat/uploads/upload-trouble";
import type { UploadedFileView } from "@/server/domain/files/schema";

export type UploadOutcome = { ok: true; file: UploadedFileView } | { ok: false; trouble: UploadTrouble };

const RETRY_DELAYS_MS = [1_000, 3_000];

const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
  });

/** Sends one file by its door, with a few tries where another may help; an aborted one ends as `failed`. */
export async function uploadFile(
  post: PostFile,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await post(file, onProgress, signal);
    if (answer.status === 200 || answer.status === 201)
      return { ok: true, file: answer.body as UploadedFileView };
    const trouble = uploadTrouble(answer);
    const delay = RETRY_DELAYS_MS[attempt];
    const isHopeful = (trouble === "offline" && navigator.onLine) || trouble === "failed";
    if (signal.aborted || !isHopeful || delay === undefined) return { ok: false, trouble };
    await wait(delay, signal);
    if (signal.aborted) return { ok: false, trouble };
    onProgress(0);
  }
}

import { MAX_FILE_BYTES, MAX_FILES_PER_MESSAGE } from "@/components/chat/file-limits";
import type { UploadTrouble } from "@/components/chat/uploads/upload";

/** Why a chosen file need not even be sent, told before anything of it goes out; `taken` files stand beside it. */
export function chooseTrouble(sizeBytes: number, taken: number): UploadTrouble | null {
  if (sizeBytes === 0) return "empty";
  if (sizeBytes > MAX_FILE_BYTES) return "tooLarge";
  return taken >= MAX_FILES_PER_MESSAGE ? "tooMany" : null;
}

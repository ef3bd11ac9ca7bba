import type { UploadTrouble } from "@/components/chat/uploads/upload";

/** Status 0 stands for no answer. */
export type UploadAnswer = { status: number; body: unknown };

/** By the code of the refusal, where it says more than the status; see server/domain/files/upload-file.ts. */
const TROUBLES: Record<string, UploadTrouble | undefined> = {
  too_large: "tooLarge",
  empty: "empty",
  unsent_limit: "unsentLimit",
  day_limit: "dayLimit",
  interrupted: "failed",
  too_slow: "failed",
  storage_full: "unavailable",
  storage_down: "unavailable",
};

/** What went wrong with an upload, told by its answer. */
export function uploadTrouble({ status, body }: UploadAnswer): UploadTrouble {
  if (status === 0) return "offline";
  const code = (body as { error?: { code?: unknown } } | null)?.error?.code;
  const known = TROUBLES[String(code)];
  if (known) return known;
  if (status === 413) return "tooLarge";
  if (status === 507 || status === 503) return "unavailable";
  return status >= 500 || status === 429 || status === 408 || status === 401 ? "failed" : "refused";
}

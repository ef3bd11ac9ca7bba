import type { UploadedFileView } from "@/server/domain/files/schema";

/** What keeps a file from going: nothing helps against the first four, a new try may against the others. */
export type UploadTrouble =
  | "tooLarge"
  | "empty"
  | "tooMany"
  | "refused"
  | "unsentLimit"
  | "dayLimit"
  | "offline"
  | "unavailable"
  | "failed";

/** A file that the customer chose, on its way to us. */
export type Upload = {
  key: string;
  file: File;
  name: string;
  sizeBytes: number;
  kind: UploadedFileView["kind"];
  /** A picture of it that this page holds; revoked with the upload. */
  previewUrl: string | null;
  width: number | null;
  height: number | null;
  state: "queued" | "uploading" | "ready" | "failed" | "refused";
  /** 0–1. */
  progress: number;
  trouble: UploadTrouble | null;
  /** Our id of the stored file, once `ready`. */
  fileId: string | null;
};

import { fileTypeFromBuffer } from "file-type";

const BY_EXTENSION: Record<string, string> = { txt: "text/plain", csv: "text/csv", svg: "image/svg+xml" };

/** What an upload is: as its form says, else by its bytes, else by its name; Telegram looks for itself as well. */
export async function uploadedType(upload: File, bytes: Uint8Array): Promise<string> {
  if (upload.type && upload.type !== "application/octet-stream") return upload.type;
  const extension = upload.name.split(".").at(-1) ?? "";
  return (await fileTypeFromBuffer(bytes))?.mime ?? BY_EXTENSION[extension] ?? "application/octet-stream";
}

import type { File } from "@/prisma/generated/client";
import type { AttachmentKindName } from "@/server/domain/files/schema";

/** Pictures that every browser and messenger shows as one. */
const photos = new Set(["image/jpeg", "image/png", "image/webp"]);

/** What a kept file is to its reader, told by its bytes; a picture that we could not decode is a document. */
export function kindOfFile(file: Pick<File, "mimeType" | "width">): AttachmentKindName {
  if (file.width !== null && photos.has(file.mimeType)) return "photo";
  if (file.width !== null && file.mimeType === "image/gif") return "animation";
  if (file.mimeType.startsWith("video/")) return "video";
  if (file.mimeType.startsWith("audio/")) return "audio";
  return "document";
}

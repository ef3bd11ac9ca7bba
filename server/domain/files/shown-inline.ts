import type { File } from "@/prisma/generated/client";

const pictures = new Set(["image/jpeg", "image/png", "image/apng", "image/webp", "image/gif"]);

/**
 * Whether a browser may open the file on our origin: pictures that we decoded, sound and moving pictures. All else is
 * only ever downloaded; also every PDF, as a script in one hides well.
 */
export function shownInline(file: Pick<File, "mimeType" | "width">): boolean {
  if (file.width !== null && pictures.has(file.mimeType)) return true;
  return /^(audio|video)\//.test(file.mimeType);
}

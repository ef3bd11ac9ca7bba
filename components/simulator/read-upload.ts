/** Largest file the page hands to the simulator, in bytes. */
export const LARGEST_UPLOAD = 20_000_000;

/** What Telegram's apps send a picked file as; Opus in Ogg is what a voice message is recorded in. */
export function kindOf({ name, type }: File): "photo" | "voice" | "audio" | "video" | "document" {
  if (type === "audio/ogg" || type === "audio/opus" || /\.(ogg|oga|opus)$/i.test(name)) return "voice";
  if (type.startsWith("audio/")) return "audio";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("image/") && type !== "image/svg+xml" ? "photo" : "document";
}

/** A file as the control API takes it: by its kind, with the bytes in base64. */
export async function readUpload(file: File): Promise<object> {
  const kind = kindOf(file);
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  const content = { base64: address.slice(address.indexOf(",") + 1), name: file.name };
  const mime = kind === "voice" ? "audio/ogg" : file.type || "application/octet-stream";
  return { [kind]: { ...content, mime } };
}

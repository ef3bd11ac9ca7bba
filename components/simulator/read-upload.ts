/** Largest file the page hands to the simulator, in bytes. */
export const LARGEST_UPLOAD = 5_000_000;

/** A file as the control API takes it: by its kind, with the bytes in base64. */
export async function readUpload(file: File): Promise<object> {
  const kind = file.type.startsWith("image/") && file.type !== "image/svg+xml" ? "photo" : "document";
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  const content = { base64: address.slice(address.indexOf(",") + 1), name: file.name };
  return { [kind]: { ...content, mime: file.type || "application/octet-stream" } };
}

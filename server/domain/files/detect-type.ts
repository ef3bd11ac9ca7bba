import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

export type DetectedType = { mimeType: string; extension: string };

const headBytes = 4096;
const programs = /^application\/(x-msdownload|x-elf|x-mach-binary|x-ms-shortcut)$/;

/**
 * What a file is, told by its bytes. The sender is believed in one thing only: whether a container that carries sound
 * or moving pictures alike (WebM, MP4) carries just sound.
 */
export async function detectType(path: string, claimed?: string): Promise<DetectedType> {
  const head = await readHead(path);
  const markup = head && markupIn(head);
  if (markup) return markup;
  const found = await fileTypeFromFile(path);
  if (!found) {
    return head === null
      ? { mimeType: "application/octet-stream", extension: "bin" }
      : { mimeType: "text/plain", extension: "txt" };
  }
  const mimeType = found.mime.split(";")[0] ?? found.mime;
  const sound = /^video\/(webm|mp4)$/.test(mimeType) && mimeType.replace("video", "audio");
  if (sound && claimed?.split(";")[0]?.trim().toLowerCase() === sound) {
    return { mimeType: sound, extension: sound === "audio/mp4" ? "m4a" : "weba" };
  }
  // A program that called itself something else must not become one that starts with a double click.
  return { mimeType, extension: programs.test(mimeType) ? "bin" : found.ext };
}

/** The beginning of a text; null when the bytes are none. */
async function readHead(path: string): Promise<string | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const bytes = buffer.subarray(0, bytesRead);
    if (bytes.includes(0)) return null;
    // As a stream: the cut may go through a letter.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    await file.close();
  }
}

function markupIn(head: string): DetectedType | null {
  if (/<svg[\s>]/i.test(head)) return { mimeType: "image/svg+xml", extension: "svg" };
  if (/<(!doctype\s+html|html|head|body|script|iframe)[\s>]/i.test(head)) {
    return { mimeType: "text/html", extension: "html" };
  }
  return null;
}

import type { DetectedType } from "@/server/domain/files/detect-type";
import { extensionsByType } from "@/server/domain/files/file-types";

/** Longest name of a file with its extension, in UTF-16 units. */
const maxLength = 120;
const trustedExtensions = new Set(Object.values(extensionsByType).flat());
/** Control characters, line separators and marks that turn the reading direction: `gnp.exe` must not read `exe.png`. */
const hidden = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * The sender's name of a file made harmless for every file system and header: no folders, no hidden characters, and an
 * extension that fits the bytes. Letters of any script and emoji stay.
 */
export function safeFileName(claimed: string | undefined, type: DetectedType): string {
  const last = (claimed ?? "").toWellFormed().normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(hidden, "")
    .replace(/[<>:"|?*\uFFFD]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const { stem, extension } = split(plain);
  const fitting = fittingExtension(extension, type);
  const ending = fitting && `.${fitting}`;
  const named = reserved.test(stem.split(".")[0] ?? "") ? `_${stem}` : stem || "file";
  return cut(named, maxLength - ending.length) + ending;
}

function split(name: string): { stem: string; extension: string } {
  const [, stem = name, extension = ""] = /^(.*)\.([\p{L}\p{N}]{1,16})$/u.exec(name) ?? [];
  return { stem: stem.replace(/[. ]+$/, ""), extension };
}

/** The extension as it is, unless it promises a type that the bytes are not. */
function fittingExtension(extension: string, { mimeType, extension: real }: DetectedType): string {
  const lower = extension.toLowerCase();
  const trusted = extensionsByType[mimeType];
  if (trusted) return trusted.includes(lower) ? extension : (trusted[0] ?? real);
  if (trustedExtensions.has(lower)) return real;
  return extension || (mimeType === "application/octet-stream" ? "" : real);
}

/** Never through a letter or an emoji of several parts. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  return kept.trimEnd();
}

import type { OutgoingFile } from "@/server/providers/provider";

const units = ["B", "KB", "MB", "GB"];

/** What stands for a file that Telegram cannot carry: its name, its size, and where a person can fetch it. */
export function filePlaceholder({ fileName, sizeBytes, link }: OutgoingFile): string {
  const size = sizeBytes === undefined ? "" : ` (${readable(sizeBytes)})`;
  return [`📎 ${fileName}${size}`, link].filter(Boolean).join("\n");
}

function readable(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return `${power === 0 || amount >= 10 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`;
}

import { expect, it } from "vitest";
import type { OutgoingFile } from "@/server/providers/provider";
import { filePlaceholder } from "./file-placeholder";
import { uploadKind } from "./upload-kind";

it.each<[Partial<OutgoingFile>, string]>([
  [{ kind: "photo", mimeType: "image/jpeg", width: 4000, height: 3000 }, "photo"],
  [{ kind: "photo", mimeType: "image/png", width: 9000, height: 1001 }, "document"],
  [{ kind: "photo", mimeType: "image/png", width: 2100, height: 100 }, "document"],
  [{ kind: "photo", mimeType: "image/jpeg", sizeBytes: 10 * 1024 * 1024 + 1 }, "document"],
  [{ kind: "photo", mimeType: "image/webp" }, "document"],
  [{ kind: "photo", mimeType: "image/heic" }, "document"],
  [{ kind: "voice", mimeType: "audio/ogg; codecs=opus" }, "voice"],
  [{ kind: "voice", mimeType: "audio/mp4" }, "audio"],
  [{ kind: "voice", mimeType: "audio/webm" }, "document"],
  [{ kind: "audio", mimeType: "audio/mpeg" }, "audio"],
  [{ kind: "audio", mimeType: "audio/wav" }, "document"],
  [{ kind: "video", mimeType: "video/mp4" }, "video"],
  [{ kind: "video", mimeType: "video/quicktime" }, "document"],
  [{ kind: "animation", mimeType: "image/gif" }, "animation"],
  [{ kind: "sticker", mimeType: "image/png" }, "document"],
  [{ kind: "document", mimeType: "image/jpeg" }, "document"],
])("sends %o as %s", (file, kind) => {
  expect(uploadKind({ kind: "document", fileName: "x", ...file })).toBe(kind);
});

it("says what a file that cannot be carried is called, how large it is and where it can be had", () => {
  const file = { kind: "document", fileName: "план.pdf", sizeBytes: 60 * 1024 * 1024 } as const;
  expect(filePlaceholder({ ...file, link: "https://a.example/f" })).toBe(
    "📎 план.pdf (60 MB)\nhttps://a.example/f",
  );
  expect(filePlaceholder({ ...file, sizeBytes: 1500 })).toBe("📎 план.pdf (1.5 KB)");
  expect(filePlaceholder({ kind: "document", fileName: "a", sizeBytes: 0 })).toBe("📎 a (0 B)");
});

import { expect, test } from "vitest";
import { safeFileName } from "@/server/domain/files/safe-file-name";

const types = {
  jpeg: { mimeType: "image/jpeg", extension: "jpg" },
  html: { mimeType: "text/html", extension: "html" },
  text: { mimeType: "text/plain", extension: "txt" },
  zip: { mimeType: "application/zip", extension: "zip" },
  program: { mimeType: "application/x-msdownload", extension: "bin" },
  unknown: { mimeType: "application/octet-stream", extension: "bin" },
};

test.each<[string | undefined, keyof typeof types, string]>([
  ["Счёт за июль.jpg", "jpeg", "Счёт за июль.jpg"],
  ["👨‍👩‍👧 семья 🚗.JPG", "jpeg", "👨‍👩‍👧 семья 🚗.JPG"],
  ["صورة جديدة.jpeg", "jpeg", "صورة جديدة.jpeg"],
  ["../../etc/passwd", "text", "passwd.txt"],
  ["C:\\Users\\maria\\photo.jpg", "jpeg", "photo.jpg"],
  ["a\u0000b\nc.jpg", "jpeg", "abc.jpg"],
  ["photo\u202Egnp.exe", "program", "photognp.exe"],
  ['<a> "b"?.jpg', "jpeg", "_a_ _b__.jpg"],
  ["CON.jpg", "jpeg", "_CON.jpg"],
  ["nul", "unknown", "_nul"],
  ["com1.tar.jpg", "jpeg", "_com1.tar.jpg"],
  ["...", "unknown", "file"],
  [".htaccess", "text", "htaccess.txt"],
  ["", "jpeg", "file.jpg"],
  [undefined, "unknown", "file"],
  ["no extension", "jpeg", "no extension.jpg"],
  // The bytes tell the type, not the name.
  ["invoice.png", "jpeg", "invoice.jpg"],
  ["invoice.png", "html", "invoice.html"],
  ["photo.jpg", "program", "photo.bin"],
  ["photo.jpg", "unknown", "photo.bin"],
  ["page.html", "text", "page.txt"],
  ["setup.exe", "program", "setup.exe"],
  ["prices.csv", "text", "prices.csv"],
  ["contract.docx", "zip", "contract.docx"],
  ["\uD800broken.jpg", "jpeg", "_broken.jpg"],
])("%j of %s becomes %j", (claimed, type, expected) => {
  expect(safeFileName(claimed, types[type])).toBe(expected);
});

test("long names keep their extension and their letters whole", () => {
  const name = safeFileName(`${"👨‍👩‍👧".repeat(40)}.jpg`, types.jpeg);
  expect(name.length).toBeLessThanOrEqual(120);
  expect(name).toMatch(/^(👨‍👩‍👧)+\.jpg$/u);
  expect(safeFileName(`${"я".repeat(5000)}.pdf.jpg`, types.jpeg)).toBe(`${"я".repeat(116)}.jpg`);
});

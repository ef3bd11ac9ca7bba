/** What a moving picture is shown by; the rest (place, camera, comments, thumbnails of the original) is left out. */
const webpChunks = new Set(["VP8X", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L", "ICCP"]);
const pngChunks = /^(IHDR|PLTE|IDAT|IEND|tRNS|acTL|fcTL|fdAT|gAMA|cHRM|sRGB|iCCP|cICP|sBIT|bKGD|pHYs)$/;
/** Of VP8X: 0x08 says that EXIF follows, 0x04 that XMP does (developers.google.com/speed/webp/docs/riff_container). */
const webpMetadataFlags = 0x0c;
const pngHead = 8;

/**
 * The bytes of a WebP, GIF, PNG or APNG without metadata and without anything behind its end, every frame as it was.
 * Null for bytes that do not keep to the format.
 */
export function stripMetadata(bytes: Buffer, mimeType: string): Buffer | null {
  try {
    if (mimeType === "image/webp") return strippedWebp(bytes);
    return mimeType === "image/gif" ? strippedGif(bytes) : strippedPng(bytes);
  } catch (error) {
    // Read past the end: the file is cut off.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function strippedWebp(bytes: Buffer): Buffer | null {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const kept: Buffer[] = [];
  for (let at = 12; at < end; ) {
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (next > end) return null;
    const name = bytes.toString("latin1", at, at + 4);
    if (webpChunks.has(name)) {
      const chunk = Buffer.from(bytes.subarray(at, next));
      if (name === "VP8X") chunk.writeUInt8(chunk.readUInt8(8) & ~webpMetadataFlags, 8);
      kept.push(chunk);
    }
    at = next;
  }
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return Buffer.concat([head, ...kept]);
}

function strippedPng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, pngHead)];
  for (let at = pngHead; ; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (next > bytes.length) return null;
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (pngChunks.test(name)) kept.push(bytes.subarray(at, next));
    if (name === "IEND") return Buffer.concat(kept);
    at = next;
  }
}

/** Blocks by their first byte (www.w3.org/Graphics/GIF/spec-gif89a.txt). */
const gifPicture = 0x2c;
const gifExtension = 0x21;
const gifTrailer = 0x3b;
const gifControl = 0xf9;
const gifApplication = 0xff;

function strippedGif(bytes: Buffer): Buffer | null {
  const start = 13 + colourTable(bytes.readUInt8(10));
  const kept = [bytes.subarray(0, start)];
  for (let at = start; ; ) {
    const block = bytes.readUInt8(at);
    let next: number;
    let keep = true;
    if (block === gifTrailer) {
      kept.push(bytes.subarray(at, at + 1));
      return Buffer.concat(kept);
    } else if (block === gifPicture) {
      next = endOfBlocks(bytes, at + 11 + colourTable(bytes.readUInt8(at + 9)));
    } else if (block === gifExtension) {
      next = endOfBlocks(bytes, at + 2);
      const label = bytes.readUInt8(at + 1);
      // How often it repeats; other applications' blocks are notes to themselves, XMP among them.
      const repeats = /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(bytes.toString("latin1", at + 3, at + 14));
      keep = label === gifControl || (label === gifApplication && repeats);
    } else return null;
    if (keep) kept.push(bytes.subarray(at, next));
    at = next;
  }
}

function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += 1 + size;
  return at + 1;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import { AppError } from "@/server/lib/errors";

const options: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: false,
  tryInvert: false,
  tryRotate: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
};

const decoderFile = "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm";

let ready: Promise<unknown> | undefined;

/** The decoder is loaded from the installation, never from a network. */
function loadDecoder(): Promise<unknown> {
  ready ??= Promise.resolve(
    prepareZXingModule({
      overrides: {
        wasmBinary: new Uint8Array(readFileSync(join(process.cwd(), decoderFile))).buffer,
      },
      fireImmediately: true,
    }),
  );
  return ready;
}

/** Pixels of a picture, four bytes each. */
export type Pixels = { data: Buffer; width: number; height: number };

/**
 * Reads a finished code (a PNG file, or pixels) with a decoder and compares it, byte by byte, with what it should
 * carry. Throws `bad_input` (`qr_unreadable`) when it does not say that.
 */
export async function readBack(picture: Buffer | Pixels, text: string): Promise<void> {
  await loadDecoder();
  const [found] = await readBarcodes(
    Buffer.isBuffer(picture)
      ? new Uint8Array(picture)
      : {
          data: new Uint8ClampedArray(picture.data),
          width: picture.width,
          height: picture.height,
          colorSpace: "srgb",
        },
    options,
  );
  if (found?.isValid && Buffer.from(found.bytes).equals(Buffer.from(text, "utf8"))) return;
  throw new AppError(
    "bad_input",
    "qr_unreadable",
    "A reader could not read this code. Try stronger colours, another style, a smaller logo or a larger size.",
  );
}

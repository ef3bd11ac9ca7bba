import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { AppError } from "@/server/lib/errors";

const delimiters = [",", ";", "\t"];

/** A record and the number of the line it begins in; `cells` null when its quotes never end: nothing follows it. */
export type CsvLine = { line: number; cells: string[] | null };

/**
 * The first `most` records of a CSV file (see `decoded`; commas, semicolons or tabs, RFC 4180) of some megabytes, without
 * empty lines. Throws `bad_input` (`not_text`) for what is no text.
 */
export async function readCsv(bytes: AsyncIterable<Uint8Array>, most: number): Promise<CsvLine[]> {
  const text = decoded(await whole(bytes));
  const found: CsvLine[] = [];
  let last = 0;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: 100_000,
    to: most,
    // Kept here: a parser that fails takes what it has not handed out with it.
    on_record: (record: string[], { lines }) => {
      last = lines;
      found.push({ line: lines - (record.join("").split("\n").length - 1), cells: record });
      return null;
    },
  });
  try {
    await pipeline(Readable.from([text]), parser.resume());
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    found.push({ line: last + 1, cells: null });
  }
  return found;
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** The text of a file in UTF-8, UTF-16 with its mark, or windows-1251, in which a Russian Excel saves a CSV. */
function decoded(bytes: Uint8Array): string {
  const mark = `${bytes[0]},${bytes[1]}`;
  const utf16 = { "255,254": "utf-16le", "254,255": "utf-16be" }[mark];
  const text = read(bytes, utf16 ?? "utf-8") ?? cyrillic(read(bytes, "windows-1251"));
  if (text !== null && !text.includes("\0")) return text;
  throw new AppError("bad_input", "not_text", "The file is no text in UTF-8.");
}

function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Every byte is a letter in windows-1251: “Mьller” was another encoding, where Cyrillic letters do not make words. */
function cyrillic(text: string | null): string | null {
  const letters = text?.match(/[а-яё]/gi)?.length ?? 0;
  const inWords = text?.match(/[а-яё]{2,}/gi)?.join("").length ?? 0;
  return inWords > letters * 0.8 ? text : null;
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { AppError } from "@/server/lib/errors";

const delimiters = [",", ";", "\t"];

/** A record and the number of the line it begins in; `cells` null when its quotes never end: nothing follows it. */
export type CsvLine = { line: number; cells: string[] | null };

/**
 * The records of a CSV file (UTF-8, commas, semicolons or tabs, RFC 4180) as its bytes come, without empty lines.
 * Throws `bad_input` (`not_text`) for what is no UTF-8 text.
 */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvLine> {
  const text = decoded(bytes);
  const first = await text.next();
  if (first.done) return;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(first.value),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    max_record_size: 100_000,
  });
  // What fails on the way ends the parser with the same error, which the loop below throws.
  pipeline(Readable.from(behind(first.value, text)), parser, () => undefined);
  let last = 0;
  try {
    for await (const found of parser) {
      const { record, info } = found as { record: string[]; info: { lines: number } };
      last = info.lines;
      yield { line: last - (record.join("").split("\n").length - 1), cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line: last + 1, cells: null };
  }
}

async function* behind(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const part of bytes) {
    const text = readable(() => decoder.decode(part, { stream: true }));
    if (text) yield text;
  }
  readable(() => decoder.decode());
}

function readable(decode: () => string): string {
  try {
    const text = decode();
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new AppError("bad_input", "not_text", "The file is no text in UTF-8.");
}

/** The separator that the first line has most of. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

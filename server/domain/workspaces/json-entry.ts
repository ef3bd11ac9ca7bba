import type { ZipEntry } from "@/server/lib/zip-stream";

const encoder = new TextEncoder();

/** A file of an export with one JSON value. */
export function jsonEntry(name: string, value: unknown): ZipEntry {
  return { name, content: [encoder.encode(`${JSON.stringify(value, asText, 2)}\n`)] };
}

/** A file of an export with a JSON array, written row by row. */
export function jsonListEntry(name: string, rows: AsyncIterable<unknown>): ZipEntry {
  return { name, content: writeList(rows) };
}

async function* writeList(rows: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let before = "[\n";
  for await (const row of rows) {
    yield encoder.encode(before + JSON.stringify(row, asText));
    before = ",\n";
  }
  yield encoder.encode(before === "[\n" ? "[]\n" : "\n]\n");
}

function asText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

import { guessMapping } from "@/server/domain/leads/import/guess-mapping";
import { readCsv } from "@/server/domain/leads/import/read-csv";
import { MOST_IMPORT_LINES } from "@/server/domain/leads/import/schema";
import { inviteListed } from "@/server/domain/meetings/add-invitee-list";
import { readInviteeRows } from "@/server/domain/meetings/parse-invitee-lines";
import type { ListOutcome, MeetingRefusal } from "@/server/domain/meetings/schema";
import type { MemberActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import { isXlsx, readXlsx } from "@/server/lib/read-xlsx";

type Row = { line: number; text: string; parts: string[] };

/**
 * Invites everybody in a CSV or XLSX file, by the rules of a pasted list; bad rows are told by number. A heading that
 * names the columns chooses them, else they are name, e-mail and phone. Throws `forbidden`, `not_found`, `bad_input`.
 */
export async function importInvitees(
  actor: MemberActor,
  {
    meetingId,
    permanent,
    bytes,
  }: { meetingId: number; permanent?: boolean; bytes: AsyncIterable<Uint8Array> },
): Promise<({ ok: true } & ListOutcome) | MeetingRefusal> {
  const rows = await readRows(bytes);
  if (rows.length > MOST_IMPORT_LINES)
    throw new AppError("bad_input", "too_many_lines", `The file has more than ${MOST_IMPORT_LINES} rows.`);
  return inviteListed(actor, { meetingId, permanent, ...readInviteeRows(choose(rows)) });
}

async function readRows(bytes: AsyncIterable<Uint8Array>): Promise<Row[]> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  const whole = Buffer.concat(parts);
  if (isXlsx(whole)) {
    const rows = readXlsx(whole, MOST_IMPORT_LINES + 2);
    if (!rows) throw new AppError("bad_input", "not_text", "The file is no XLSX file that can be read.");
    return rows.map(({ row, cells }) => rowOf(row, cells));
  }
  const lines = await readCsv(single(whole), MOST_IMPORT_LINES + 2);
  const open = lines.find(({ cells }) => cells === null);
  if (open)
    throw new AppError("bad_input", "quotes", `The quotes that begin in line ${open.line} never end.`);
  return lines.map(({ line, cells }) => rowOf(line, cells ?? []));
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function rowOf(line: number, cells: string[]): Row {
  const parts = cells.map(unguarded);
  return { line, text: parts.join(" | ").slice(0, 500), parts };
}

/** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
function unguarded(text: string): string {
  return text.replace(/^'(?=\s*[=+\-@])/, "");
}

/** The columns of name, e-mail and phone of each row, where the first row is a heading that names them. */
function choose(rows: Row[]): Row[] {
  const [heading, ...others] = rows;
  const { name, email, phone } = guessMapping(heading?.parts ?? []);
  if (!heading || name === undefined || (email === undefined && phone === undefined)) return rows;
  return others.map(({ line, text, parts }) => ({
    line,
    text,
    parts: [name, email, phone].map((column) => (column === undefined ? "" : (parts[column] ?? ""))),
  }));
}

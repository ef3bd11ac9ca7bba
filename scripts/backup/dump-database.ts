import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { ArchiveEntry } from "./archive-entry";
import { type Manifest, PLACES, quoted, type Totals } from "./manifest";

/** Rows are cut into entries of about so many bytes: an archive wants an entry's size before its content. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** In COPY's text format a line feed ends a row; one inside a value is written as a backslash and n. */
const ROW_END = 0x0a;

/** Waiting jobs in the words of graphile-worker's add_job; what runs now would be tried again after a crash too. */
const JOBS = `SELECT tasks.identifier, jobs.payload, queues.queue_name, jobs.run_at, jobs.max_attempts, jobs.key, jobs.priority
  FROM graphile_worker._private_jobs jobs
  JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id
  LEFT JOIN graphile_worker._private_job_queues queues ON queues.id = jobs.job_queue_id
  WHERE jobs.attempts < jobs.max_attempts OR jobs.locked_at IS NOT NULL
  ORDER BY jobs.id`;

/** The rows of all tables, then the waiting jobs, as entries of an archive; counts them in `totals`. */
export async function* dumpDatabase(
  client: Client,
  tables: Manifest["tables"],
  totals: Totals,
): AsyncGenerator<ArchiveEntry> {
  for (const { name, columns } of tables) {
    const counted = { rows: 0, bytes: 0 };
    totals.tables[name] = counted;
    const source = `${quoted(name)} (${columns.map(quoted).join(", ")})`;
    yield* copyOut(client, source, `${PLACES.tables}${name}/`, counted);
  }
  const queue = await client.query("SELECT to_regclass('graphile_worker._private_jobs') AS found");
  if (queue.rows[0]?.found) yield* copyOut(client, `(${JOBS})`, PLACES.jobs, totals.jobs);
}

async function* copyOut(
  client: Client,
  source: string,
  folder: string,
  counted: { rows: number; bytes: number },
): AsyncGenerator<ArchiveEntry> {
  const stream = client.query(copyTo(`COPY ${source} TO STDOUT`));
  let held: Buffer[] = [];
  let bytes = 0;
  let piece = 0;
  const entry = (content: Buffer): ArchiveEntry => {
    piece += 1;
    counted.bytes += content.length;
    return {
      path: `${folder}${String(piece).padStart(6, "0")}`,
      sizeBytes: content.length,
      content: [content],
    };
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < PIECE_BYTES || !chunk.includes(ROW_END)) continue;
    const all = Buffer.concat(held);
    const end = all.lastIndexOf(ROW_END) + 1;
    yield entry(all.subarray(0, end));
    held = [all.subarray(end)];
    bytes = all.length - end;
  }
  if (bytes > 0) yield entry(Buffer.concat(held));
  counted.rows = stream.rowCount;
}

import { pool } from "@/server/lib/db";

/** The job queue in figures: jobs that may start now, age of the oldest of them in seconds, jobs given up. */
export async function queueFigures(): Promise<{ ready: number; oldestSeconds: number; failed: number }> {
  const { rows } = await pool().query<{ ready: number; oldest: number; failed: number }>(`
    select count(*) filter (where waits)::int as ready,
      coalesce(extract(epoch from now() - min(run_at) filter (where waits)), 0)::float8 as oldest,
      count(*) filter (where attempts >= max_attempts)::int as failed
    from (
      select *, locked_at is null and run_at <= now() and attempts < max_attempts as waits from graphile_worker.jobs
    ) as jobs`);
  const [row] = rows;
  return { ready: row?.ready ?? 0, oldestSeconds: row?.oldest ?? 0, failed: row?.failed ?? 0 };
}

/**
 * SQL that queues the jobs which `wanted`, a select of name, payload, run_at (null: now) and key, names, and returns the
 * keys it queued: what graphile-worker's add_jobs does where no job of the same key runs, at a fraction of its cost.
 * Without its NOTIFY, for which commits wait for one another and at which every runner of every process looks for work.
 * A key whose job runs is left out.
 */
export function putInLine(wanted: string): string {
  return `
    insert into graphile_worker._private_jobs as jobs (task_id, payload, run_at, key)
    select tasks.id, wanted.payload, coalesce(wanted.run_at, now()), wanted.key
    from (${wanted}) as wanted (name, payload, run_at, key)
    join graphile_worker._private_tasks tasks on tasks.identifier = wanted.name
    on conflict (key) do update set
      job_queue_id = null, task_id = excluded.task_id, payload = excluded.payload, run_at = excluded.run_at,
      revision = jobs.revision + 1, attempts = 0, last_error = null, updated_at = now()
    where jobs.locked_at is null
    returning jobs.key`;
}

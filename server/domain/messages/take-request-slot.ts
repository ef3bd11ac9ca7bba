import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";
import type { RequestPace } from "@/server/providers/provider";

/**
 * Counts one request of a resource against its provider's pace, over all processes: null when it may go now, else from
 * when one may (nothing is counted then). The generic cell rate algorithm, on the time until which the requests so far
 * have used the pace up.
 */
export async function takeRequestSlot(resourceId: number, pace: RequestPace): Promise<Date | null> {
  const now = clock.now();
  const everyMs = 60_000 / pace.perMinute;
  const { rows } = await pool().query<{ taken: boolean; usedUntil: Date | null }>({
    name: "take_request_slot",
    text: `
      with taken as (
        update resources set requests_free_at = greatest(requests_free_at, $2) + make_interval(secs => $3)
        where id = $1 and (requests_free_at is null or requests_free_at <= $2::timestamptz + make_interval(secs => $4))
        returning id
      )
      select exists (select from taken) as taken, requests_free_at as "usedUntil" from resources where id = $1`,
    // The burst may be used up before the pace holds back.
    values: [resourceId, now, everyMs / 1000, ((pace.burst - 1) * everyMs) / 1000],
  });
  const [outcome] = rows;
  if (!outcome || outcome.taken) return null;
  const freeAt = (outcome.usedUntil?.getTime() ?? now.getTime()) - (pace.burst - 1) * everyMs;
  // Somebody took the last one just now.
  return new Date(Math.max(freeAt, now.getTime() + everyMs / 4));
}

import { requireScope } from "@/server/domain/api-keys/require-scope";
import type { ApiKeyActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";

/** How many clients wrote within the last days; without those who are left out of figures. Throws `forbidden`. */
export async function countActiveClients(actor: ApiKeyActor, { days }: { days: number }): Promise<number> {
  requireScope(actor, "contacts:read");
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from contacts c
     where c.workspace_id = $1 and c.role = 'client' and not c.exclude_from_analytics and exists (
       select from hub_messages m where m.contact_id = c.id and m.author = 'contact' and m.sent_at >= $2)`,
    [actor.workspaceId, new Date(clock.now().getTime() - days * 24 * 3600_000)],
  );
  return rows[0]?.count ?? 0;
}

import { requireScope } from "@/server/domain/api-keys/require-scope";
import type { ContactRoleName } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { pool } from "@/server/lib/db";

export type MessageFigures = {
  total: number;
  since: Date;
  byRole: { role: ContactRoleName; count: number }[];
};

/**
 * How many messages the last days brought, and from whom; without people who are left out of figures. The assistant
 * counts as `assistant_bot`, members who wrote in the browser as `manager`. Throws `forbidden`.
 */
export async function messageFigures(
  actor: ApiKeyActor,
  { days }: { days: number },
): Promise<MessageFigures> {
  requireScope(actor, "messages:read");
  const since = new Date(clock.now().getTime() - days * 24 * 3600_000);
  const { rows } = await pool().query<{ role: ContactRoleName; count: number }>(
    `select coalesce(c.role::text, case s.author when 'member' then 'manager' when 'contact' then 'client'
        else 'assistant_bot' end) as role, sum(s.count)::int as count
     from (
       select m.contact_id, m.author, count(*) from hub_messages m
       where m.workspace_id = $1 and m.sent_at >= $2 and m.deleted_at is null group by 1, 2
     ) s left join contacts c on c.id = s.contact_id
     where c.id is null or not c.exclude_from_analytics
     group by 1 order by 2 desc, 1`,
    [actor.workspaceId, since],
  );
  return { total: rows.reduce((sum, { count }) => sum + count, 0), since, byRole: rows };
}

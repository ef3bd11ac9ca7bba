import type { ContactRole } from "@/prisma/generated/client";
import { retagMessages } from "@/server/domain/contacts/roles/retag-messages";
import type { Tx } from "@/server/lib/db";

/**
 * Gives contacts (all of the workspace without `contactIds`) the role that follows from, in this order: the
 * configuration's admins, members who linked their account, the workspace's rules by priority, being a bot. Who matches
 * nothing is a client; a role given by hand stays. Returns the ids of those that changed.
 */
export async function applyRoleRules(tx: Tx, workspaceId: number, contactIds?: number[]): Promise<number[]> {
  if (contactIds?.length === 0) return [];
  const changed = await tx.$queryRawUnsafe<{ id: number; before: ContactRole }[]>(
    applying,
    workspaceId,
    contactIds ?? null,
  );
  await retagMessages(tx, workspaceId, changed);
  return changed.map(({ id }) => id);
}

const applying = `
  with wanted as (
    select contacts.id, contacts.role as before, coalesce(staff.role, rule.role, own.role) as role,
      staff.role is null and rule.kind in ('name', 'username') as by_name,
      coalesce(staff.role is null and rule.exclude_from_analytics, false) as excluded
    from contacts
    left join lateral (
      select (case members.role when 'owner' then 'admin' else members.role::text end)::"ContactRole" as role
      from member_identities identity join members using (workspace_id, user_id)
      where identity.workspace_id = contacts.workspace_id and identity.provider = contacts.provider
        and identity.external_id = contacts.external_id
    ) member on true
    left join lateral (
      select case when exists (
        select from resources
        where resources.workspace_id = contacts.workspace_id and resources.provider = contacts.provider
          and resources.settings->'adminIds' ? contacts.external_id
      ) then 'admin'::"ContactRole" else member.role end as role
    ) staff on true
    left join lateral (
      select role, kind, exclude_from_analytics from role_rules
      where role_rules.workspace_id = contacts.workspace_id and case kind
        when 'external_id' then contacts.external_id = pattern
        when 'username' then lower(contacts.username) = lower(ltrim(pattern, '@'))
        when 'name' then position(lower(pattern) in lower(concat_ws(' ', contacts.first_name, contacts.last_name))) > 0
        else contacts.is_bot end
      order by priority desc, role_rules.id limit 1
    ) rule on true
    left join lateral (
      select (case
        -- A group in whose name its anonymous admins write.
        when not contacts.is_bot then case when contacts.external_id like '-%' then 'manager' else 'client' end
        when exists (
          select from resources
          where resources.workspace_id = contacts.workspace_id and resources.provider = contacts.provider
            and resources.account->>'id' = contacts.external_id
        ) then 'assistant_bot' else 'broadcast_bot' end)::"ContactRole" as role
    ) own on true
    where contacts.workspace_id = $1 and ($2::int[] is null or contacts.id = any($2)) and not contacts.role_by_hand
  )
  update contacts set role = wanted.role, role_by_name = coalesce(wanted.by_name, false),
    exclude_from_analytics = wanted.excluded
  from wanted
  where contacts.id = wanted.id and (contacts.role, contacts.role_by_name, contacts.exclude_from_analytics)
    is distinct from (wanted.role, coalesce(wanted.by_name, false), wanted.excluded)
  returning contacts.id, wanted.before`;

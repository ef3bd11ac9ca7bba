import type { PolicyView } from "@/server/domain/approvals/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** How each source and kind that ever proposed, or has a policy, is treated. Throws `forbidden`. */
export async function listPolicies(actor: MemberActor): Promise<PolicyView[]> {
  requirePermission(actor, "approvals.policy");
  const { workspaceId } = actor;
  const [policies, seen] = await Promise.all([
    db.approvalPolicy.findMany({ where: { workspaceId } }),
    db.$queryRaw<{ source: string; kind: string; name: string }[]>`
      select distinct on (source, kind) source, kind, source_name as name
      from (select * from approvals where workspace_id = ${workspaceId} order by id desc limit 20000) recent
      order by source, kind, id desc`,
  ]);
  const keyOf = ({ source, kind }: { source: string; kind: string }) => JSON.stringify([source, kind]);
  const byKey = new Map(policies.map((policy) => [keyOf(policy), policy]));
  const nameOf = new Map(seen.map((one) => [one.source, one.name]));
  const all = new Map(
    [...policies, ...seen].map(({ source, kind }) => [keyOf({ source, kind }), { source, kind }]),
  );
  return [...all]
    .map(([key, { source, kind }]) => {
      const policy = byKey.get(key);
      return {
        source,
        kind,
        sourceName: nameOf.get(source) ?? source,
        mode: policy?.mode ?? ("ask" as const),
        autoAfter: policy?.autoAfter ?? 10,
        streak: policy?.streak ?? 0,
      };
    })
    .toSorted((a, b) => a.sourceName.localeCompare(b.sourceName) || a.kind.localeCompare(b.kind));
}

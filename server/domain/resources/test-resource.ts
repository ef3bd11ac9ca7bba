import { recordAudit } from "@/server/domain/audit/record-audit";
import { findingsOf } from "@/server/domain/resources/check-account";
import { findResource } from "@/server/domain/resources/find-resource";
import { lookAtResource } from "@/server/domain/resources/probe-resource";
import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { AccountFindings, ResourceInput, Trouble } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Looks at a resource's account live, as its owner asks for. Throws `forbidden`, `not_found`. */
export async function testResource(
  actor: MemberActor,
  { resourceId }: ResourceInput,
): Promise<{ ok: true; findings: AccountFindings } | { ok: false; trouble: Trouble }> {
  requirePermission(actor, "resources.change");
  const resource = await findResource(actor, resourceId);
  const found = await lookAtResource(resource);
  const trouble = found.ok ? [...found.groups].find((group) => group.trouble)?.trouble : found;
  await transaction(async (tx) => {
    const { id, name } = await findResource(actor, resourceId, tx);
    const code = trouble?.code ?? null;
    await recordAudit(tx, actor, { action: "resource.tested", target: { id, name }, details: { code } });
    await recordResourceEvent(tx, resource, { type: "tested", code, detail: trouble?.detail ?? null });
  });
  if (found.ok) return { ok: true, findings: findingsOf(found) };
  return { ok: false, trouble: { code: found.code, detail: found.detail || null } };
}

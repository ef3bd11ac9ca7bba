import { recordAudit } from "@/server/domain/audit/record-audit";
import { openResource } from "@/server/domain/messages/open-resource";
import { accountKey } from "@/server/domain/resources/account-key";
import { checkAccount, findingsOf, problemsOf } from "@/server/domain/resources/check-account";
import { findResource } from "@/server/domain/resources/find-resource";
import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { AccountFindings, AccountProblem, ChangeResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { seal } from "@/server/lib/crypto";
import { transaction } from "@/server/lib/db";

/**
 * Saves name and settings, and new credentials of the same account where some are given. What the provider says of the
 * settings comes back beside; only credentials that do not work are not saved. The worker that listens takes the change
 * up within seconds. Throws `forbidden`, `not_found`.
 */
export async function changeResource(
  actor: MemberActor,
  input: ChangeResourceInput,
): Promise<{ ok: true; findings: AccountFindings | null } | { ok: false; problems: AccountProblem[] }> {
  requirePermission(actor, "resources.change");
  const resource = await findResource(actor, input.resourceId);
  const { provider, credentials: stored } = openResource(resource);
  const wanted = { ...(resource.settings as Record<string, unknown>), ...input.settings };
  const settings = provider.settingsSchema.safeParse(wanted);
  if (!settings.success) return { ok: false, problems: problemsOf(settings.error, wanted) };
  const replaces = Object.keys(input.credentials).length > 0;
  const credentials = { ...(stored as Record<string, unknown>), ...input.credentials };
  const checked = await checkAccount(provider, resource.world, { credentials, settings: settings.data });
  if (!checked.ok && replaces) return checked;
  if (checked.ok && replaces && accountKey(checked.found.account.id) !== resource.accountKey) {
    const field = Object.keys(input.credentials)[0] ?? null;
    return { ok: false, problems: [{ field, code: "other_account", detail: checked.found.account.name }] };
  }
  const { id, workspaceId } = resource;
  await transaction(async (tx) => {
    await findResource(actor, id, tx);
    const { name } = await tx.resource.update({
      where: { id },
      data: {
        ...(input.name && { name: input.name }),
        ...(checked.ok && { account: checked.found.account }),
        ...(checked.ok &&
          replaces && { credentials: seal(JSON.stringify(checked.credentials), `${workspaceId}:${id}`) }),
      },
    });
    const parsed: Record<string, unknown> = settings.data;
    const changed = Object.keys(input.settings).filter((field) => field in parsed);
    const overlay = JSON.stringify(Object.fromEntries(changed.map((field) => [field, parsed[field]])));
    await tx.$executeRaw`update resources set settings = settings || ${overlay}::jsonb where id = ${id}`;
    await recordAudit(tx, actor, {
      action: "resource.changed",
      target: { id, name },
      details: { changed: input.name ? ["name", ...changed] : changed, credentialsReplaced: replaces },
    });
    await recordResourceEvent(tx, resource, {
      type: "changed",
      code: replaces ? "credentials" : "settings",
    });
  });
  return { ok: true, findings: checked.ok ? findingsOf(checked.found) : null };
}

import { accountKey } from "@/server/domain/resources/account-key";
import { type CheckedAccount, checkAccount, findingsOf } from "@/server/domain/resources/check-account";
import { offeredWorlds } from "@/server/domain/resources/offered-worlds";
import type { AccountFindings, AccountInput, AccountProblem } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { isProviderSlug, providerFor } from "@/server/providers/registry";

export type NewAccount = CheckedAccount & { accountKey: string };

/** A live look at an account that is to be added, and whether it may be. Throws `forbidden`, `not_found`. */
export async function checkNewAccount(
  actor: MemberActor,
  input: AccountInput,
): Promise<{ ok: true; findings: AccountFindings } | { ok: false; problems: AccountProblem[] }> {
  const checked = await newAccount(actor, input);
  return checked.ok ? { ok: true, findings: findingsOf(checked.found) } : checked;
}

/** The same with all that `addResource` needs. */
export async function newAccount(
  actor: MemberActor,
  input: AccountInput,
): Promise<NewAccount | { ok: false; problems: AccountProblem[] }> {
  requirePermission(actor, "resources.change");
  if (!isProviderSlug(input.provider))
    throw new AppError("not_found", "provider", "There is no such provider.");
  const provider = providerFor(input.provider);
  if (!(await offeredWorlds(actor, provider)).includes(input.world))
    return { ok: false, problems: [{ field: null, code: "world_unavailable", detail: null }] };
  const checked = await checkAccount(provider, input.world, input);
  if (!checked.ok) return checked;
  const key = accountKey(checked.found.account.id);
  const taken = await accountTaken(actor, { ...input, accountKey: key });
  return taken ? { ok: false, problems: [taken] } : { ...checked, accountKey: key };
}

/** The refusal of an account that is connected already; says nothing of other workspaces but that one has it. */
export async function accountTaken(
  actor: Pick<MemberActor, "workspaceId">,
  { provider, world, accountKey }: Pick<AccountInput, "provider" | "world"> & { accountKey: string },
): Promise<AccountProblem | null> {
  const found = await db.resource.findUnique({
    where: { provider_world_accountKey: { provider, world, accountKey } },
    select: { workspaceId: true, name: true },
  });
  if (!found) return null;
  return found.workspaceId === actor.workspaceId
    ? { field: null, code: "already_connected", detail: found.name }
    : { field: null, code: "connected_elsewhere", detail: null };
}

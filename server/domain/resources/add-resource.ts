import type { Prisma } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { accountTaken, newAccount } from "@/server/domain/resources/check-new-account";
import { recordResourceEvent } from "@/server/domain/resources/record-resource-event";
import type { AccountProblem, AddResourceInput } from "@/server/domain/resources/schema";
import type { MemberActor } from "@/server/lib/actor";
import { seal } from "@/server/lib/crypto";
import { transaction } from "@/server/lib/db";

const uniqueViolation = "P2002";

/**
 * Connects an account, looked at live, as a resource that is `ready` to be activated. The same account twice is
 * refused, here and in other workspaces. Throws `forbidden`, `not_found` (no such provider).
 */
export async function addResource(
  actor: MemberActor,
  input: AddResourceInput,
): Promise<{ ok: true; resourceId: number } | { ok: false; problems: AccountProblem[] }> {
  const checked = await newAccount(actor, input);
  if (!checked.ok) return checked;
  const { workspaceId } = actor;
  const { provider, world } = input;
  const { account } = checked.found;
  try {
    const resourceId = await transaction(async (tx) => {
      const { id } = await tx.resource.create({
        data: {
          workspaceId,
          provider,
          world,
          name: input.name || account.name.slice(0, 80),
          state: "ready",
          credentials: "",
          accountKey: checked.accountKey,
          account,
          settings: checked.settings as Prisma.InputJsonObject,
        },
        select: { id: true },
      });
      // Bound to the row, whose id was not known before.
      const credentials = seal(JSON.stringify(checked.credentials), `${workspaceId}:${id}`);
      const { name } = await tx.resource.update({ where: { id }, data: { credentials } });
      await recordAudit(tx, actor, {
        action: "resource.added",
        target: { id, name },
        details: { provider, world },
      });
      await recordResourceEvent(tx, { id, workspaceId }, { type: "changed", code: "added" });
      return id;
    });
    return { ok: true, resourceId };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === uniqueViolation)) throw error;
    // Sent twice at once, or by two people.
    const taken = await accountTaken(actor, { provider, world, accountKey: checked.accountKey });
    if (!taken) throw error;
    return { ok: false, problems: [taken] };
  }
}

import type { User } from "@/prisma/generated/client";
import { claimEnvironmentWorkspace } from "@/server/domain/workspaces/claim-environment-workspace";
import { createWorkspace } from "@/server/domain/workspaces/create-workspace";
import type { RequestOrigin } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/**
 * Gives a new user their first workspace: the environment's for who knows the setup code, none for who comes by an
 * invitation (accepting it adds them to its workspace), else one of their own.
 */
export async function settleNewcomer(
  tx: Tx,
  user: Pick<User, "id" | "name" | "locale">,
  from: RequestOrigin,
  by: { isInvited: boolean; hasSetupCode: boolean },
): Promise<void> {
  if (by.hasSetupCode && (await claimEnvironmentWorkspace(tx, user.id, from))) return;
  if (by.isInvited) return;
  const locale = localeFor(user.locale);
  const name = phrase(locale, "Mail.firstWorkspace", { name: user.name });
  await createWorkspace(tx, { userId: user.id, from }, { name, locale });
}

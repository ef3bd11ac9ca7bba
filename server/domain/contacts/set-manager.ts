import type { StaffContactActor, SystemActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

export type ManagerInput = { provider: string; externalId: string; name?: string };

/** Names a person a manager, or takes that from them; only admins and directors may. Returns false if nothing changed. */
export async function setManager(
  actor: StaffContactActor,
  input: ManagerInput,
  isManager: boolean,
): Promise<boolean> {
  if (actor.role === "manager")
    throw new AppError("forbidden", "admins_only", "Only admins may name managers.");
  const key = { workspaceId: actor.workspaceId, provider: input.provider, externalId: input.externalId };
  const byHand = { role: "manager", roleByHand: true, roleWithoutRights: false } as const;
  const known = await db.contact.findUnique({ where: { workspaceId_provider_externalId: key } });
  if (!isManager) {
    const { count } = await db.contact.updateMany({
      where: { ...key, role: "manager" },
      data: { role: "client", roleByHand: true },
    });
    return count > 0;
  }
  // An admin is a manager already; naming them again must not take their role away.
  if (known && !known.roleWithoutRights && known.role !== "client" && known.role !== "manager") return false;
  await db.contact.upsert({
    where: { workspaceId_provider_externalId: key },
    create: { ...key, ...byHand, firstName: input.name ?? "" },
    update: { ...byHand, ...(known?.firstName ? {} : { firstName: input.name ?? "" }) },
  });
  return known?.role !== "manager" || known.roleWithoutRights;
}

/** Whoever the configuration names as admin becomes one. */
export async function makeAdmin(actor: SystemActor, contactId: number): Promise<void> {
  await db.contact.updateMany({
    where: { id: contactId, workspaceId: actor.workspaceId },
    data: { role: "admin", roleWithoutRights: false },
  });
}

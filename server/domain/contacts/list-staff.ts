import type { Contact } from "@/prisma/generated/client";
import type { StaffContactActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Everyone who may answer customers on a channel, admins first. */
export async function listStaff(actor: StaffContactActor): Promise<Contact[]> {
  return db.contact.findMany({
    where: {
      workspaceId: actor.workspaceId,
      role: { in: ["admin", "director", "manager"] },
      roleWithoutRights: false,
    },
    orderBy: [{ role: "asc" }, { id: "asc" }],
  });
}

import { requireLeadRight } from "@/server/domain/leads/require-lead-right";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { may } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

export type LeadDesk = {
  /** Members who may own a lead, by name. */
  owners: { id: number; name: string }[];
  me: number;
  currency: string;
  may: { delete: boolean; import: boolean; merge: boolean };
};

/** What the page of leads needs beside them: who may own one, the currency, what this member may do. Throws `forbidden`. */
export async function leadDesk(actor: MemberActor): Promise<LeadDesk> {
  requireLeadRight(actor, "leads.view");
  const members = await db.member.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { user: { select: { id: true, name: true } } },
    orderBy: { user: { name: "asc" } },
  });
  return {
    owners: members.map(({ user }) => user),
    me: actor.userId,
    currency: (await hubSettingsOf(actor.workspaceId)).currency,
    may: {
      delete: may(actor, "leads.delete"),
      import: may(actor, "leads.import"),
      merge: may(actor, "contacts.change"),
    },
  };
}

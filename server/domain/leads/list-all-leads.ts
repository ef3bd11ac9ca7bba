import type { Prisma } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

const batchSize = 500;

/** Leads one by one, oldest first, with everything that happened to them; for archives. */
export async function* listAllLeads(where: Prisma.LeadWhereInput): AsyncGenerator<Record<string, unknown>> {
  for (let last = 0; ; ) {
    const leads = await db.lead.findMany({
      where: { AND: [where, { id: { gt: last } }] },
      orderBy: { id: "asc" },
      take: batchSize,
      include: {
        steps: {
          select: { kind: true, text: true, details: true, actorName: true, createdAt: true },
          orderBy: { id: "asc" },
        },
      },
    });
    for (const { workspaceId: _own, value, ...lead } of leads)
      yield { ...lead, value: value?.toNumber() ?? null };
    if (leads.length < batchSize) return;
    last = leads.at(-1)?.id ?? last;
  }
}

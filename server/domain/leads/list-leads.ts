import { z } from "zod";
import { leadConditions } from "@/server/domain/leads/lead-conditions";
import { LEAD_ROW, leadView } from "@/server/domain/leads/lead-view";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { LeadFilter, LeadList, LeadPage } from "@/server/domain/leads/schema";
import { db, type Sql, sql } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

// What each order goes by, and its type; leads without a value or a next step come last either way.
const orders = {
  updated: { by: sql`l.updated_at`, type: sql`timestamptz` },
  created: { by: sql`l.created_at`, type: sql`timestamptz` },
  name: { by: sql`lower(l.name)`, type: sql`text` },
  value: { by: sql`l.value`, type: sql`numeric` },
  nextStep: { by: sql`l.next_step_at`, type: sql`timestamptz` },
};

/** Value, as text, and id of a page's last lead. */
const cursorSchema = z.tuple([
  z.string().max(500).nullable(),
  z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
]);

/** A page of the leads that a filter lets through, and how many there are. Throws `forbidden`, `bad_input`. */
export async function listLeads(actor: LeadActor, filter: LeadFilter, page: LeadPage): Promise<LeadList> {
  requireLeadRight(actor, "leads.view");
  const where = await leadConditions(actor.workspaceId, filter);
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from leads l where ${where}`;
  const found = await findPage(where, page);
  const rows = await db.lead.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: found.map(({ id }) => id) } },
    include: LEAD_ROW,
  });
  const byId = new Map(rows.map((row) => [row.id, leadView(row)]));
  const last = found.length > page.limit ? found[page.limit - 1] : undefined;
  return {
    leads: found.slice(0, page.limit).flatMap(({ id }) => byId.get(id) ?? []),
    total: counted?.total ?? 0,
    next: last ? Buffer.from(JSON.stringify([last.key, last.id])).toString("base64url") : null,
  };
}

async function findPage(where: Sql, page: LeadPage): Promise<{ id: number; key: string | null }[]> {
  const { by, type } = orders[page.sort];
  const isUp = page.order === "asc";
  const way = isUp ? sql`asc` : sql`desc`;
  const behind = page.cursor ? behindCursor(readCursor(page.cursor), by, type, isUp) : sql`true`;
  try {
    return await db.$queryRaw`
      select l.id, ${by}::text as key from leads l where ${where} and ${behind}
      order by ${by} ${way} nulls last, l.id ${way}
      limit ${page.limit + 1} offset ${page.cursor ? 0 : (page.offset ?? 0)}`;
  } catch (error) {
    // 22…: a cursor of another order, which is no date or number, or none that was given out.
    if (page.cursor && error instanceof Error && /22007|22P02|22008|22003/.test(error.message))
      throw unknownCursor();
    throw error;
  }
}

function behindCursor([key, id]: z.infer<typeof cursorSchema>, by: Sql, type: Sql, isUp: boolean): Sql {
  const beyond = isUp ? sql`>` : sql`<`;
  if (key === null) return sql`(${by} is null and l.id ${beyond} ${id})`;
  return sql`((${by}, l.id) ${beyond} (${key}::${type}, ${id}::int) or ${by} is null)`;
}

function readCursor(text: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw unknownCursor();
  }
}

function unknownCursor(): AppError {
  return new AppError("bad_input", "cursor_unknown", "The cursor is not one that this list gave out.");
}

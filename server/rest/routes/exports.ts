import { ReadableStream } from "node:stream/web";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { memberActor } from "@/server/auth/member-actor";
import { rateLimit } from "@/server/auth/rate-limit";
import { analyticsInput, REPORT_FORMATS } from "@/server/domain/analytics/schema";
import { writeReport } from "@/server/domain/analytics/write-report";
import { exportAudit } from "@/server/domain/audit/export-audit";
import { AUDIT_ACTIONS, listAuditInput } from "@/server/domain/audit/schema";
import { exportContact } from "@/server/domain/contacts/export-contact";
import { exportLeads } from "@/server/domain/leads/export-leads";
import { LEAD_STATUSES, leadFilter } from "@/server/domain/leads/schema";
import { exportInvitees } from "@/server/domain/meetings/export-invitees";
import { exportWorkspace } from "@/server/domain/workspaces/export-workspace";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { AppError } from "@/server/lib/errors";

const idSchema = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** `actions` with commas between; the days as in listAuditInput. */
const auditQuerySchema = z.object({
  actions: z
    .string()
    .default("")
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.enum(AUDIT_ACTIONS))),
  search: listAuditInput.shape.search,
  from: listAuditInput.shape.from,
  to: listAuditInput.shape.to,
});

const reportQuerySchema = z.object({ format: z.enum(REPORT_FORMATS), from: z.iso.date(), to: z.iso.date() });

const inviteesQuerySchema = z.object({ meetingId: idSchema, format: z.enum(["csv", "xlsx"]) });

/** A filter of the page of leads; `ownerUserId` may be `none`. */
const leadsQuerySchema = z.object({
  search: leadFilter.shape.search,
  ownerUserId: z
    .string()
    .transform((text) => (text === "none" ? null : Number(text)))
    .pipe(z.int().positive().nullable())
    .optional(),
  statuses: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(LEAD_STATUSES)))
    .optional(),
});

/** What signed-in members take out of their workspace: archives and lists, by a link of the settings pages. */
export const exportRoutes = new OpenAPIHono()
  .get("/workspace", async (c) => {
    const { fileName, bytes } = await exportWorkspace(await exporter(c));
    return download(fileName, "application/zip", bytes);
  })
  .get("/contacts/:id", async (c) => {
    const contactId = idSchema.safeParse(c.req.param("id"));
    if (!contactId.success) throw new AppError("not_found", "contact", "There is no such contact.");
    const { fileName, bytes } = await exportContact(await exporter(c), { contactId: contactId.data });
    return download(fileName, "application/zip", bytes);
  })
  .get("/analytics", async (c) => {
    const query = reportQuerySchema.pipe(analyticsInput.and(reportQuerySchema)).safeParse(c.req.query());
    if (!query.success) throw new AppError("bad_input", "bad_input", "The period is not valid.");
    const { fileName, contentType, bytes } = await writeReport(
      await exporter(c),
      query.data,
      query.data.format,
    );
    return download(fileName, contentType, bytes);
  })
  .get("/leads", async (c) => {
    const query = leadsQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new AppError("bad_input", "bad_input", "The filter is not valid.");
    const bytes = await exportLeads(await exporter(c), query.data);
    return download(`leads-${clock.now().toISOString().slice(0, 10)}.csv`, "text/csv; charset=utf-8", bytes);
  })
  .get("/invitees", async (c) => {
    const query = inviteesQuerySchema.safeParse(c.req.query());
    if (!query.success)
      throw new AppError("bad_input", "bad_input", "The meeting or the format is not valid.");
    const { fileName, contentType, bytes } = await exportInvitees(await exporter(c), query.data);
    return download(fileName, contentType, bytes);
  })
  .get("/audit", async (c) => {
    const query = auditQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new AppError("bad_input", "bad_input", "The filter is not valid.");
    const actor = await exporter(c);
    const bytes = exportAudit(actor, listAuditInput.parse(query.data));
    const day = clock.now().toISOString().slice(0, 10);
    return download(`audit-${day}.csv`, "text/csv; charset=utf-8", bytes);
  });

/** Who takes something out; never by a link of another site, which could only be a trick. */
async function exporter(c: Context): Promise<MemberActor> {
  if (["cross-site", "same-site"].includes(c.req.header("sec-fetch-site") ?? ""))
    throw new AppError("forbidden", "cross_site", "Open this from the settings page.");
  const actor = await memberActor(c.req.raw.headers);
  await rateLimit("export", actor.userId);
  return actor;
}

function download(
  fileName: string,
  type: string,
  bytes: AsyncGenerator<Uint8Array> | Uint8Array<ArrayBuffer>,
): Response {
  const body =
    bytes instanceof Uint8Array
      ? bytes
      : (ReadableStream.from(bytes) as unknown as globalThis.ReadableStream);
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

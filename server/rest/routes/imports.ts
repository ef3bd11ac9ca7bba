import { OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { memberActor } from "@/server/auth/member-actor";
import { rateLimit } from "@/server/auth/rate-limit";
import { importLeads } from "@/server/domain/leads/import/import-leads";
import { leadMapping, MOST_IMPORT_BYTES } from "@/server/domain/leads/import/schema";
import { importInvitees } from "@/server/domain/meetings/import-invitees";
import { AppError } from "@/server/lib/errors";
import { failure } from "@/server/rest/failure";

const querySchema = z.object({
  /** JSON; without it the header is read. */
  mapping: z
    .string()
    .max(2000)
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        ctx.addIssue({ code: "custom", message: "is no JSON" });
        return z.NEVER;
      }
    })
    .pipe(leadMapping)
    .optional(),
  /** Without it nothing is made: a preview. */
  importId: z.uuid().optional(),
});

const inviteesQuerySchema = z.object({
  meetingId: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
  /** They are invited to every next meeting of a series too; left out, that stays as it is. */
  permanent: z.stringbool().optional(),
});

const limit = bodyLimit({
  maxSize: MOST_IMPORT_BYTES,
  onError: (c) => failure(c, 413, "too_large", "The file is larger than 5 MB."),
});

/** What signed-in members bring into their workspace: the body is the file. */
export const importRoutes = new OpenAPIHono()
  .post("/leads", limit, async (c) => {
    const query = querySchema.safeParse(c.req.query());
    if (!query.success) throw new AppError("bad_input", "bad_input", "The mapping is not valid.");
    const actor = await memberActor(c.req.raw.headers);
    await rateLimit("export", actor.userId);
    const { mapping = null, importId = null } = query.data;
    return c.json(await importLeads(actor, { bytes: chunks(c.req.raw.body), mapping, importId }));
  })
  .post("/invitees", limit, async (c) => {
    const query = inviteesQuerySchema.safeParse(c.req.query());
    if (!query.success) throw new AppError("bad_input", "bad_input", "The meeting is not valid.");
    const actor = await memberActor(c.req.raw.headers);
    await rateLimit("export", actor.userId);
    return c.json(await importInvitees(actor, { ...query.data, bytes: chunks(c.req.raw.body) }));
  });

async function* chunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

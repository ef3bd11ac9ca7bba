import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { changeLead } from "@/server/domain/leads/change-lead";
import { createLead } from "@/server/domain/leads/create-lead";
import { leadDetail } from "@/server/domain/leads/lead-detail";
import { listLeads } from "@/server/domain/leads/list-leads";
import {
  createLeadInput,
  LEAD_SORTS,
  LEAD_STATUSES,
  type LeadTrouble,
  type LeadView,
} from "@/server/domain/leads/schema";
import { AppError } from "@/server/lib/errors";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { conflicts, notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import { idParams, limitParam, offsetParam } from "@/server/rest/routes/v1/shapes/params";

const tags = ["Leads"];
const id = z.number().int();
const moment = z.iso.datetime();

const leadShape = z
  .object({
    id,
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    status: z.enum(LEAD_STATUSES),
    source: z.string().openapi({
      description:
        "`conversation`, `group`, `qr:<lead source>`, `api`, `import`, `manual`, or a program's own word.",
    }),
    value: z.number().nullable(),
    currency: z.string().openapi({ description: "ISO 4217." }),
    owner_id: id.nullable().openapi({ description: "The member who looks after it." }),
    contact_id: id.nullable().openapi({ description: "The person's `id` in /clients." }),
    conversation_id: id.nullable(),
    next_step: z.string().nullable(),
    next_step_at: moment.nullable(),
    created_at: moment,
    updated_at: moment,
  })
  .openapi("Lead", {
    example: {
      id: 41,
      name: "Мария Соколова",
      phone: "+79123456789",
      email: "maria@example.com",
      status: "qualified",
      source: "conversation",
      value: 1250.5,
      currency: "EUR",
      owner_id: 7,
      contact_id: 17,
      conversation_id: 88,
      next_step: "Прислать предложение",
      next_step_at: "2026-11-23T09:00:00.000Z",
      created_at: "2026-11-21T05:50:00.000Z",
      updated_at: "2026-11-21T06:30:00.000Z",
    },
  });

const { shape } = createLeadInput.required();
const changed = z
  .object({
    name: shape.name,
    phone: shape.phone,
    email: shape.email,
    status: shape.status,
    value: shape.value,
    currency: shape.currency,
    owner_id: shape.ownerUserId,
    next_step: shape.nextStep,
    next_step_at: shape.nextStepAt,
  })
  .partial();
const made = changed
  .extend({
    source: shape.source.optional(),
    contact_id: shape.contactId.optional(),
    note: shape.note.optional(),
  })
  .required({ name: true });
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listLeads",
  tags,
  summary: "Leads",
  description: "Scope `leads:read`. The newest changes first.",
  security,
  request: {
    query: z.object({
      status: z.enum(LEAD_STATUSES).optional(),
      q: z.string().trim().max(100).optional().openapi({ description: "Name, phone, e-mail, next step." }),
      owner_id: z.coerce
        .number()
        .int()
        .positive()
        .max(2 ** 31 - 1)
        .optional(),
      contact_id: z.coerce
        .number()
        .int()
        .positive()
        .max(2 ** 31 - 1)
        .optional(),
      source: z
        .string()
        .trim()
        .max(80)
        .optional()
        .openapi({ description: "With `*` at its end: what it begins with." }),
      sort: z.enum(LEAD_SORTS).default("updated"),
      order: z.enum(["asc", "desc"]).default("desc"),
      limit: limitParam,
      offset: offsetParam,
      cursor: z.string().max(600).optional(),
    }),
  },
  responses: answers(
    "A page of leads.",
    z
      .object({
        count: id,
        total: id,
        leads: z.array(leadShape),
        pagination: z.object({
          limit: id,
          offset: id,
          total: id,
          has_more: z.boolean(),
          next_cursor: z.string().nullable(),
        }),
      })
      .openapi("Leads"),
  ),
});
const create = createRoute({
  method: "post",
  path: "/",
  operationId: "createLead",
  tags,
  summary: "Make a lead",
  description: "Scope `leads:write`. Phone and e-mail are checked and normalised. Send an `Idempotency-Key`.",
  security,
  request: bodyOf(made),
  responses: {
    ...answers("", leadShape),
    201: { description: "The lead.", content: { "application/json": { schema: leadShape } } },
    ...conflicts,
  },
});
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getLead",
  tags,
  summary: "One lead",
  description: "Scope `leads:read`.",
  security,
  request: { params: idParams },
  responses: { ...answers("The lead.", leadShape), ...notFound },
});
const put = createRoute({
  method: "put",
  path: "/{id}",
  operationId: "changeLead",
  tags,
  summary: "Change a lead",
  description: "Scope `leads:write`. What is missing stays as it is; null empties.",
  security,
  request: { params: idParams, ...bodyOf(changed) },
  responses: { ...answers("The lead.", leadShape), ...notFound },
});

function leadOf(lead: LeadView): z.infer<typeof leadShape> {
  return {
    id: lead.id,
    name: lead.name,
    phone: lead.phone,
    email: lead.email,
    status: lead.status,
    source: lead.source,
    value: lead.value,
    currency: lead.currency,
    owner_id: lead.owner?.id ?? null,
    contact_id: lead.contactId,
    conversation_id: lead.conversationId,
    next_step: lead.nextStep,
    next_step_at: lead.nextStepAt,
    created_at: lead.createdAt,
    updated_at: lead.updatedAt,
  };
}

const troubles: Record<LeadTrouble["reason"], string> = {
  phone: "phone: is no phone number of 5 to 15 digits.",
  email: "email: is no e-mail address.",
  owner: "owner_id: is no member of the workspace.",
  contact: "contact_id: there is no such contact.",
};

function fieldsOf({ owner_id, next_step, next_step_at, ...rest }: z.infer<typeof changed>) {
  return { ...rest, ownerUserId: owner_id, nextStep: next_step, nextStepAt: next_step_at };
}

/** What is larger than any of our ids is no lead's. */
function leadIdOf(text: string): number {
  return Math.min(Number(text), 2 ** 31 - 1);
}

/** People who may buy. */
export const leadRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
leadRoutes.use(apiKeyGate);
leadRoutes.openapi(list, async (c) => {
  const { status, q, owner_id, contact_id, source, ...page } = c.req.valid("query");
  const filter = {
    ...(status && { statuses: [status] }),
    search: q,
    ownerUserId: owner_id,
    contactId: contact_id,
    source,
  };
  const { leads, total, next } = await listLeads(c.var.actor, filter, page);
  const pagination = {
    limit: page.limit,
    offset: page.offset,
    total,
    has_more: next !== null,
    next_cursor: next,
  };
  return c.json({ count: leads.length, total, leads: leads.map(leadOf), pagination }, 200);
});
leadRoutes.openapi(create, async (c) => {
  const { contact_id, source, note, name, ...fields } = c.req.valid("json");
  const result = await createLead(c.var.actor, {
    ...fieldsOf(fields),
    name,
    source,
    note,
    contactId: contact_id,
  });
  if (!result.ok) throw new AppError("bad_input", "bad_input", troubles[result.reason]);
  return c.json(leadOf(result.lead), 201);
});
leadRoutes.openapi(one, async (c) => {
  const { lead } = await leadDetail(c.var.actor, { leadId: leadIdOf(c.req.valid("param").id) });
  return c.json(leadOf(lead), 200);
});
leadRoutes.openapi(put, async (c) => {
  const result = await changeLead(c.var.actor, {
    ...fieldsOf(c.req.valid("json")),
    leadId: leadIdOf(c.req.valid("param").id),
  });
  if (!result.ok) throw new AppError("bad_input", "bad_input", troubles[result.reason]);
  return c.json(leadOf(result.lead), 200);
});

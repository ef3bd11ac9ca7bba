import { randomUUID } from "node:crypto";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { cancelMeeting } from "@/server/domain/meetings/cancel-meeting";
import { changeMeeting } from "@/server/domain/meetings/change-meeting";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { getMeeting } from "@/server/domain/meetings/get-meeting";
import { listInvitees } from "@/server/domain/meetings/list-invitees";
import { listMeetings } from "@/server/domain/meetings/list-meetings";
import { recordAttendance } from "@/server/domain/meetings/record-attendance";
import {
  listInviteesInput,
  listMeetingsInput,
  MEETING_STATES,
  type MeetingRefusal,
  recordAttendanceInput,
  savePersonInput,
  VOTED,
} from "@/server/domain/meetings/schema";
import { AppError } from "@/server/lib/errors";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { conflicts, notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import {
  changedMeeting,
  fieldsOf,
  inviteeOf,
  inviteeShape,
  madeMeeting,
  meetingOf,
  meetingRefusals,
  meetingShape,
  summaryOf,
  summaryShape,
} from "@/server/rest/routes/v1/shapes/meeting";
import { idParams } from "@/server/rest/routes/v1/shapes/params";

const tags = ["Meetings"];
const count = z.number().int();
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});
const created = <T extends z.ZodType>(description: string, schema: T) => ({
  ...answers("", schema),
  201: { description, content: { "application/json": { schema } } },
  ...conflicts,
});

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listMeetings",
  tags,
  summary: "Meetings",
  description: "Scope `meetings:read`. In the order of their time; from now on where no `from` is given.",
  security,
  request: {
    query: z.object({
      from: listMeetingsInput.shape.from,
      to: listMeetingsInput.shape.to,
      q: z.string().trim().max(200).optional().openapi({ description: "Topic, place, agenda." }),
      state: z.enum(MEETING_STATES).optional(),
    }),
  },
  responses: answers(
    "The meetings.",
    z.object({ count, meetings: z.array(summaryShape) }).openapi("Meetings"),
  ),
});
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getMeeting",
  tags,
  summary: "One meeting",
  description: "Scope `meetings:read`.",
  security,
  request: { params: idParams },
  responses: { ...answers("The meeting.", meetingShape), ...notFound },
});
const create = createRoute({
  method: "post",
  path: "/",
  operationId: "createMeeting",
  tags,
  summary: "Plan a meeting",
  description:
    "Scope `meetings:write`. The permanent invitees are invited, unless `invite_permanent` is false. Send an `Idempotency-Key`.",
  security,
  request: bodyOf(madeMeeting),
  responses: created("The meeting.", meetingShape),
});
const put = createRoute({
  method: "put",
  path: "/{id}",
  operationId: "changeMeeting",
  tags,
  summary: "Change a meeting",
  description:
    "Scope `meetings:write`. What is missing stays as it is; guests are told what they can see, and asked again when it begins at another time.",
  security,
  request: { params: idParams, ...bodyOf(changedMeeting) },
  responses: { ...answers("The meeting.", meetingShape), ...notFound, ...conflicts },
});
const cancel = createRoute({
  method: "post",
  path: "/{id}/cancel",
  operationId: "cancelMeeting",
  tags,
  summary: "Cancel a meeting",
  description: "Scope `meetings:write`. With `series` no next one is made either. Guests are told.",
  security,
  request: { params: idParams, ...bodyOf(z.object({ series: z.boolean().optional() })) },
  responses: { ...answers("The meeting.", meetingShape), ...notFound, ...conflicts },
});
const invitees = createRoute({
  method: "get",
  path: "/{id}/invitees",
  operationId: "listInvitees",
  tags,
  summary: "Invitees and their answers",
  description: "Scope `meetings:read`. By name.",
  security,
  request: {
    params: idParams,
    query: z.object({
      q: z.string().trim().max(200).optional().openapi({ description: "Name, e-mail, phone." }),
      voted: z.enum(VOTED).default("all"),
      page: z.coerce.number().int().min(0).max(10_000).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: {
    ...answers(
      "A page of invitees.",
      z
        .object({ total: count, page: count, pages: count, invitees: z.array(inviteeShape) })
        .openapi("Invitees"),
    ),
    ...notFound,
  },
});
const invite = createRoute({
  method: "post",
  path: "/{id}/invitees",
  operationId: "addInvitee",
  tags,
  summary: "Invite somebody",
  description:
    "Scope `meetings:write`. Who is known is recognised by e-mail, else by phone; they are asked at once.",
  security,
  request: {
    params: idParams,
    ...bodyOf(
      z.object({
        full_name: savePersonInput.shape.fullName,
        email: savePersonInput.shape.email.optional(),
        phone: savePersonInput.shape.phone.optional(),
        permanent: z.boolean().optional(),
      }),
    ),
  },
  responses: { ...created("The invitee.", inviteeShape), ...notFound },
});
const answer = createRoute({
  method: "put",
  path: "/invitees/{id}/answer",
  operationId: "recordAnswer",
  tags,
  summary: "Note an answer",
  description: "Scope `meetings:write`. As an organiser notes it for the invitee.",
  security,
  request: {
    params: idParams,
    ...bodyOf(recordAttendanceInput.omit({ inviteeId: true })),
  },
  responses: { ...answers("The invitee.", inviteeShape), ...notFound, ...conflicts },
});

/** What is larger than any of our ids is nothing's. */
function idOf(text: string): number {
  return Math.min(Number(text), 2 ** 31 - 1);
}

/** The meeting's own state stands against it, or the input does. */
function refuse({ reason, detail }: MeetingRefusal): never {
  const isState = ["not_planned", "closed_for_answers", "already_invited", "call_failed"].includes(reason);
  const words = detail ? `${meetingRefusals[reason]} ${detail}` : meetingRefusals[reason];
  throw new AppError(isState ? "conflict" : "bad_input", isState ? reason : "bad_input", words);
}

/** Meetings, who is invited to them and whether they come. */
export const meetingRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
meetingRoutes.use(apiKeyGate);
meetingRoutes.openapi(list, async (c) => {
  const { q, state, ...range } = c.req.valid("query");
  const meetings = await listMeetings(c.var.actor, {
    ...range,
    search: q,
    ...(state && { states: [state] }),
  });
  return c.json({ count: meetings.length, meetings: meetings.map(summaryOf) }, 200);
});
meetingRoutes.openapi(one, async (c) =>
  c.json(meetingOf(await getMeeting(c.var.actor, { meetingId: idOf(c.req.valid("param").id) })), 200),
);
meetingRoutes.openapi(create, async (c) => {
  const { resource_id, invite_permanent, topic, starts_at, time_zone, ...rest } = c.req.valid("json");
  const result = await createMeeting(c.var.actor, {
    ...fieldsOf(rest),
    topic,
    startsAt: starts_at,
    timeZone: time_zone,
    clientId: randomUUID(),
    resourceId: resource_id,
    invitePermanent: invite_permanent,
  });
  return result.ok ? c.json(meetingOf(result.meeting), 201) : refuse(result);
});
meetingRoutes.openapi(put, async (c) => {
  const meetingId = idOf(c.req.valid("param").id);
  const result = await changeMeeting(c.var.actor, { ...fieldsOf(c.req.valid("json")), meetingId });
  return result.ok ? c.json(meetingOf(result.meeting), 200) : refuse(result);
});
meetingRoutes.openapi(cancel, async (c) => {
  const meetingId = idOf(c.req.valid("param").id);
  const result = await cancelMeeting(c.var.actor, { ...c.req.valid("json"), meetingId });
  return result.ok ? c.json(meetingOf(result.meeting), 200) : refuse(result);
});
meetingRoutes.openapi(invitees, async (c) => {
  const { q, limit, ...filter } = c.req.valid("query");
  const input = { ...filter, search: q, pageSize: limit, meetingId: idOf(c.req.valid("param").id) };
  const page = await listInvitees(c.var.actor, listInviteesInput.parse(input));
  return c.json({ ...page, invitees: page.invitees.map(inviteeOf) }, 200);
});
meetingRoutes.openapi(invite, async (c) => {
  const { full_name, email = "", phone = "", permanent } = c.req.valid("json");
  const result = await addInvitee(c.var.actor, {
    meetingId: idOf(c.req.valid("param").id),
    person: { fullName: full_name, email, phone },
    permanent,
  });
  return result.ok ? c.json(inviteeOf(result.invitee), 201) : refuse(result);
});
meetingRoutes.openapi(answer, async (c) => {
  const result = await recordAttendance(c.var.actor, {
    ...c.req.valid("json"),
    inviteeId: idOf(c.req.valid("param").id),
  });
  return result.ok ? c.json(inviteeOf(result.invitee), 200) : refuse(result);
});

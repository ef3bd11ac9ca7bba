import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";

const clientId = "00000000-0000-4000-8000-000000000000";
const startsAt = "2099-01-01T10:00:00Z";
const manage = { by: "member", permission: "meetings.manage", refuses: true } as const;

export const meetingsCases: Record<string, CrossTenantCase> = {
  "meetings.list": { by: "member", input: () => ({ from: "2020-01-01T00:00:00Z" }) },
  "meetings.get": { by: "member", input: ({ meetingId }) => ({ meetingId }), refuses: true },
  "meetings.options": { by: "member" },
  "meetings.create": {
    ...manage,
    input: ({ resourceId }) => ({ clientId, topic: "Ours", startsAt, timeZone: "UTC", resourceId }),
  },
  "meetings.change": { ...manage, input: ({ meetingId }) => ({ meetingId, topic: "Taken" }) },
  "meetings.move": { ...manage, input: ({ meetingId }) => ({ meetingId, startsAt, clientId }) },
  "meetings.cancel": { ...manage, input: ({ meetingId }) => ({ meetingId }) },
  "meetings.invitees": { by: "member", input: ({ meetingId }) => ({ meetingId }), refuses: true },
  "meetings.addInvitee": {
    ...manage,
    input: ({ meetingId, personId }) => ({ meetingId, person: { personId } }),
  },
  "meetings.addInvitees": {
    ...manage,
    input: ({ meetingId }) => ({ meetingId, lines: "Ann | ann@example.com" }),
  },
  "meetings.changeInvitee": {
    ...manage,
    input: ({ inviteeId }) => ({ inviteeId, person: { fullName: "Taken" } }),
  },
  "meetings.removeInvitee": { ...manage, input: ({ inviteeId }) => ({ inviteeId }) },
  "meetings.recordAttendance": { ...manage, input: ({ inviteeId }) => ({ inviteeId, attendance: "yes" }) },
  "meetings.people": { by: "member", input: () => ({ search: "foreign" }) },
  "meetings.savePerson": {
    ...manage,
    input: ({ personId }) => ({ personId, fullName: "Taken", email: "", phone: "" }),
  },
  "meetings.removePerson": { ...manage, input: ({ personId }) => ({ personId }) },
  "meetings.texts": { by: "member", permission: "meetings.manage" },
  "meetings.saveText": {
    by: "member",
    permission: "meetings.manage",
    input: () => ({ key: "greeting", text: "Ours" }),
  },
  "meetings.events": { by: "member" },
};

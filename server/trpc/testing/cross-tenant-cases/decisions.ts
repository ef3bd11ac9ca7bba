import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";

const clientId = "00000000-0000-4000-8000-000000000000";

export const decisionsCases: Record<string, CrossTenantCase> = {
  "approvals.batch": { by: "member", input: ({ batchId }) => ({ batchId }), refuses: true },
  "approvals.context": { by: "member", input: ({ approvalId }) => ({ approvalId }), refuses: true },
  "approvals.counts": { by: "member" },
  "approvals.decide": {
    by: "member",
    input: ({ approvalId }) => ({ what: { approvalIds: [approvalId] }, verdict: "approve" }),
    refuses: true,
  },
  "approvals.edit": {
    by: "member",
    input: ({ approvalId }) => ({ approvalId, text: "Ours" }),
    refuses: true,
  },
  "approvals.list": { by: "member", input: () => ({}) },
  "approvals.policies": { by: "member", permission: "approvals.policy" },
  "approvals.propose": {
    by: "member",
    input: ({ chatId }) => ({ target: { chatId }, text: "Hello" }),
    refuses: true,
  },
  "approvals.proposeBatch": {
    by: "member",
    input: ({ chatId }) => ({ messages: [{ target: { chatId }, text: "Hello" }] }),
    refuses: true,
  },
  "approvals.savePolicy": {
    by: "member",
    permission: "approvals.policy",
    input: () => ({ source: "environment-key", kind: "message", mode: "never", autoAfter: 1 }),
    refuses: true,
  },
  "approvals.waiting": { by: "member" },
  "approvals.watch": { by: "member" },
  "leads.board": { by: "member", input: () => ({ search: "foreign" }) },
  "leads.change": { by: "member", input: ({ leadId }) => ({ leadId, name: "Taken" }), refuses: true },
  "leads.create": {
    by: "member",
    input: ({ contactId }) => ({ name: "Taken", contactId }),
    refuses: true,
  },
  "leads.delete": {
    by: "member",
    permission: "leads.delete",
    input: ({ leadId }) => ({ leadId }),
    refuses: true,
  },
  "leads.desk": { by: "member" },
  "leads.detail": { by: "member", input: ({ leadId }) => ({ leadId }), refuses: true },
  "leads.fromConversation": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId }),
    refuses: true,
  },
  "leads.fromHubMessage": {
    by: "member",
    input: ({ hubMessageId }) => ({ hubMessageId }),
    refuses: true,
  },
  "leads.list": { by: "member", input: ({ contactId }) => ({ contactId, search: "foreign" }) },
  "leads.note": { by: "member", input: ({ leadId }) => ({ leadId, clientId, text: "Ours" }), refuses: true },
  "leads.ofConversation": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId }),
    refuses: true,
  },
  "leads.timeline": { by: "member", input: ({ leadId }) => ({ leadId }), refuses: true },
};

import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";

export const knowledgeCases: Record<string, CrossTenantCase> = {
  "ai.deleteKey": { by: "member", permission: "ai.configure" },
  "ai.save": { by: "member", permission: "ai.configure", input: () => ({ mode: "managed" }) },
  "ai.setBudget": { by: "member", permission: "ai.configure", input: () => ({ dollars: 5 }) },
  "ai.settings": { by: "member" },
  "ai.usage": { by: "member", permission: "usage.view" },
  "knowledge.add": {
    by: "member",
    permission: "knowledge.edit",
    input: () => ({ title: "Ours", kind: "text", text: "We are open." }),
  },
  "knowledge.change": {
    by: "member",
    permission: "knowledge.edit",
    input: ({ sourceId }) => ({
      sourceId,
      title: "Taken",
      kind: "text",
      text: "Taken.",
      updatedAt: new Date().toISOString(),
    }),
    refuses: true,
  },
  "knowledge.copy": {
    by: "member",
    permission: "knowledge.edit",
    input: ({ sourceId }) => ({ sourceId }),
    refuses: true,
  },
  "knowledge.detail": { by: "member", input: ({ sourceId }) => ({ sourceId }), refuses: true },
  "knowledge.list": { by: "member" },
  "knowledge.reindex": {
    by: "member",
    permission: "knowledge.edit",
    input: ({ sourceId }) => ({ sourceId }),
    refuses: true,
  },
  "knowledge.remove": {
    by: "member",
    permission: "knowledge.edit",
    input: ({ sourceId }) => ({ sourceId }),
    refuses: true,
  },
  "knowledge.setEnabled": {
    by: "member",
    permission: "knowledge.edit",
    input: ({ sourceId }) => ({ sourceId, enabled: false }),
    refuses: true,
  },
  "knowledge.tryQuestion": { by: "member", input: () => ({ question: "How much is the deposit?" }) },
};

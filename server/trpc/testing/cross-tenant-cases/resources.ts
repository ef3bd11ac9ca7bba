import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";
import { MARK } from "@/server/trpc/testing/foreign-workspace";

const meeting = {
  clientId: "00000000-0000-4000-8000-000000000000",
  topic: "A call",
  startsAt: null,
  durationMinutes: 30,
};
const telegram = { provider: "telegram", world: "simulator", credentials: {}, settings: {} } as const;

export const resourcesCases: Record<string, CrossTenantCase> = {
  "bot.start": { by: "member", permission: "bot.control" },
  "bot.state": { by: "member" },
  "bot.stop": { by: "member", permission: "bot.control" },
  "calls.available": { by: "member" },
  "calls.create": {
    by: "member",
    input: ({ resourceId }) => ({ ...meeting, resourceId }),
    refuses: true,
  },
  "calls.delete": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId, externalId: "1" }),
    refuses: true,
  },
  "calls.list": { by: "member", input: ({ resourceId }) => ({ resourceId }), refuses: true },
  "calls.offer": {
    by: "member",
    input: ({ conversationId }) => ({ ...meeting, conversationId, seenSeq: 1 }),
    refuses: true,
  },
  "resources.activate": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId }),
    refuses: true,
  },
  "resources.add": { by: "member", permission: "resources.change", input: () => telegram },
  "resources.alerts": { by: "member" },
  "resources.change": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId, name: "Taken" }),
    refuses: true,
  },
  "resources.chats": { by: "member", input: ({ resourceId }) => ({ resourceId }), refuses: true },
  "resources.check": { by: "member", permission: "resources.change", input: () => telegram },
  "resources.detail": { by: "member", input: ({ resourceId }) => ({ resourceId }), refuses: true },
  "resources.health": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId }),
    refuses: true,
  },
  "resources.list": { by: "member" },
  "resources.pause": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId }),
    refuses: true,
  },
  "resources.providers": { by: "member" },
  "resources.remove": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId, confirmation: MARK }),
    refuses: true,
  },
  "resources.test": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId }),
    refuses: true,
  },
  "resources.watch": { by: "member", input: () => ({}) },
};

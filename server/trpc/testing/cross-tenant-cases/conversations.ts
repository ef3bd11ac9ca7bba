import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";
import { MARK } from "@/server/trpc/testing/foreign-workspace";

const clientId = "00000000-0000-4000-8000-000000000000";

export const conversationsCases: Record<string, CrossTenantCase> = {
  "chat.answerOffer": { by: "customer", input: () => ({ accept: true }) },
  "chat.callOperator": { by: "customer" },
  "chat.edit": {
    by: "customer",
    input: ({ messageId }) => ({ messageId, text: "Changed" }),
    refuses: true,
  },
  "chat.events": { by: "customer", input: ({ conversationId }) => ({ cursor: `${conversationId}:0` }) },
  "chat.history": { by: "customer", input: ({ messageId }) => ({ beforeId: messageId + 1 }) },
  "chat.markRead": {
    by: "customer",
    input: ({ conversationId }) => ({ conversationId, seq: 1 }),
    refuses: true,
  },
  "chat.markSatisfied": { by: "customer" },
  "chat.open": { by: "customer" },
  "chat.rate": {
    by: "customer",
    input: ({ conversationId }) => ({ conversationId, rating: 1 }),
    refuses: true,
  },
  "chat.react": {
    by: "customer",
    input: ({ messageId }) => ({ messageId, emoji: "👍" }),
    refuses: true,
  },
  "chat.retryDelivery": { by: "customer", input: ({ messageId }) => ({ messageId }), refuses: true },
  "chat.send": {
    by: "customer",
    input: ({ messageId }) => ({ clientId, text: "Hello", replyToId: messageId }),
  },
  "contacts.delete": {
    by: "member",
    permission: "contacts.delete",
    input: ({ contactId }) => ({ contactId, confirm: MARK }),
    refuses: true,
  },
  "contacts.search": { by: "member", input: () => ({ query: "foreign" }) },
  "contacts.find": {
    by: "member",
    permission: "contacts.change",
    input: () => ({ query: "foreign" }),
  },
  "contacts.merge": {
    by: "member",
    permission: "contacts.change",
    input: ({ contactId }) => ({ contactId, intoId: contactId }),
    refuses: true,
  },
  "contacts.separate": {
    by: "member",
    permission: "contacts.change",
    input: ({ contactId }) => ({ contactId }),
    refuses: true,
  },
  "inbox.close": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId }),
    refuses: true,
  },
  "inbox.counts": { by: "member" },
  "inbox.cursor": { by: "member" },
  "inbox.list": { by: "member", input: () => ({ state: "all", search: "foreign", locale: "en" }) },
  "inbox.markRead": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId, seq: 1 }),
    refuses: true,
  },
  "inbox.messages": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId, locale: "en" }),
    refuses: true,
  },
  "inbox.note": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId, clientId, text: "A note", locale: "en" }),
    refuses: true,
  },
  "inbox.reply": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId, clientId, text: "Hello", seenSeq: 1, locale: "en" }),
    refuses: true,
  },
  "inbox.retryDelivery": { by: "member", input: ({ messageId }) => ({ messageId }), refuses: true },
  "inbox.returnToAssistant": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId }),
    refuses: true,
  },
  "inbox.take": { by: "member", input: ({ conversationId }) => ({ conversationId }), refuses: true },
  "inbox.thread": {
    by: "member",
    input: ({ conversationId }) => ({ conversationId, locale: "en" }),
    refuses: true,
  },
  "inbox.watch": { by: "member", input: () => ({ cursor: "0", locale: "en" }) },
  "roleRules.list": { by: "member", permission: "hub.view" },
  "roleRules.remove": {
    by: "member",
    permission: "hub.rules",
    input: ({ roleRuleId }) => ({ id: roleRuleId }),
  },
  "roleRules.save": {
    by: "member",
    permission: "hub.rules",
    input: ({ roleRuleId }) => ({ id: roleRuleId, kind: "name", pattern: "Ours", role: "client" }),
    refuses: true,
  },
};

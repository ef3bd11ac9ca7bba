import type { Permission } from "@/server/domain/workspaces/policy";
import { type Foreign, MARK } from "@/server/trpc/testing/foreign-workspace";

/** How the matrix calls a procedure. */
export type CrossTenantCase = {
  /** Whom the procedure serves: `account` and `member` by the session's cookie, `customer` by their token. */
  by: "anyone" | "account" | "member" | "customer";
  /** A valid input that names what is the foreign workspace's wherever it names anything. */
  input?: (foreign: Foreign) => unknown;
  /** Members whose role lacks it are refused, whatever they name. */
  permission?: Permission;
  /** It names something foreign and must throw, or answer `null`, `{ok: false}` or nothing. */
  refuses?: true;
};

const never = "0".repeat(43);
const clientId = "00000000-0000-4000-8000-000000000000";
const meeting = { clientId, topic: "A call", startsAt: null, durationMinutes: 30 };
const telegram = { provider: "telegram", world: "simulator", credentials: {}, settings: {} } as const;

/** One line a procedure, by its path: a procedure without one fails the matrix. */
export const crossTenantCases: Record<string, CrossTenantCase> = {
  "account.addWorkspace": { by: "account", input: () => ({ name: "One more" }) },
  "account.changePassword": {
    by: "account",
    input: () => ({ current: "not this one", password: "a long new password 12" }),
  },
  "account.confirmTotp": { by: "account", input: () => ({ code: "000000" }) },
  "account.disableTotp": { by: "account", input: () => ({ password: "not this one" }) },
  "account.endOtherSessions": { by: "account" },
  "account.endSession": { by: "account", input: ({ sessionId }) => ({ sessionId }) },
  "account.profile": { by: "account" },
  "account.register": {
    by: "anyone",
    input: () => ({
      name: "Thief",
      email: "thief@example.com",
      password: "a long new password 12",
      locale: "en",
    }),
  },
  "account.renewRecoveryCodes": { by: "account", input: () => ({ password: "not this one" }) },
  "account.requestReset": { by: "anyone", input: () => ({ email: "nobody@example.com" }) },
  "account.resendVerification": { by: "anyone", input: () => ({ email: "nobody@example.com" }) },
  "account.resetPassword": {
    by: "anyone",
    input: () => ({ token: never, password: "a long new password 12" }),
  },
  "account.saveProfile": {
    by: "account",
    input: () => ({ name: "Ours", locale: "en", timeZone: "UTC", theme: null }),
  },
  "account.security": { by: "account" },
  "account.startTotp": { by: "account" },
  "account.switchWorkspace": {
    by: "account",
    input: ({ workspaceId }) => ({ workspaceId }),
    refuses: true,
  },
  "account.unlinkGoogle": { by: "account" },
  "account.verifyEmail": { by: "anyone", input: () => ({ token: never }) },
  "account.ways": { by: "anyone" },
  "account.workspaces": { by: "account" },
  "ai.deleteKey": { by: "member", permission: "ai.configure" },
  "ai.save": { by: "member", permission: "ai.configure", input: () => ({ mode: "managed" }) },
  "ai.setBudget": { by: "member", permission: "ai.configure", input: () => ({ dollars: 5 }) },
  "ai.settings": { by: "member" },
  "ai.usage": { by: "member", permission: "usage.view" },
  "apiKeys.create": {
    by: "member",
    permission: "api-keys.manage",
    input: () => ({ name: "Ours", scopes: ["bot:read"], days: 30 }),
  },
  "apiKeys.list": { by: "member", permission: "api-keys.manage" },
  "apiKeys.revoke": {
    by: "member",
    permission: "api-keys.manage",
    input: ({ apiKeyId }) => ({ apiKeyId }),
    refuses: true,
  },
  "audit.list": { by: "member", permission: "audit.view", input: () => ({ search: "" }) },
  "bot.start": { by: "member", permission: "bot.control" },
  "bot.state": { by: "member" },
  "bot.stop": { by: "member", permission: "bot.control" },
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
  "demo.available": { by: "anyone" },
  "demo.mails": { by: "anyone" },
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
  "meetings.available": { by: "member" },
  "meetings.create": {
    by: "member",
    input: ({ resourceId }) => ({ ...meeting, resourceId }),
    refuses: true,
  },
  "meetings.delete": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId, externalId: "1" }),
    refuses: true,
  },
  "meetings.list": { by: "member", input: ({ resourceId }) => ({ resourceId }), refuses: true },
  "meetings.offer": {
    by: "member",
    input: ({ conversationId }) => ({ ...meeting, conversationId, seenSeq: 1 }),
    refuses: true,
  },
  "notices.list": { by: "member" },
  "notices.markRead": { by: "member" },
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
  "resources.check": { by: "member", permission: "resources.change", input: () => telegram },
  "resources.detail": { by: "member", input: ({ resourceId }) => ({ resourceId }), refuses: true },
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
  "team.accept": { by: "account", input: () => ({ token: never }), refuses: true },
  "team.changeRole": {
    by: "member",
    permission: "team.manage",
    input: ({ colleagueId }) => ({ userId: colleagueId, role: "admin" }),
    refuses: true,
  },
  "team.createLinkCode": { by: "member" },
  "team.invitation": { by: "anyone", input: () => ({ token: never }), refuses: true },
  "team.invite": { by: "member", permission: "team.manage", input: () => ({ role: "manager", days: 1 }) },
  "team.leave": { by: "member" },
  "team.remove": {
    by: "member",
    permission: "team.manage",
    input: ({ colleagueId }) => ({ userId: colleagueId }),
    refuses: true,
  },
  "team.revokeInvitation": {
    by: "member",
    permission: "team.manage",
    input: ({ invitationId }) => ({ invitationId }),
    refuses: true,
  },
  "team.transfer": {
    by: "member",
    permission: "workspace.transfer",
    input: ({ colleagueId }) => ({ userId: colleagueId, confirm: "Ours" }),
    refuses: true,
  },
  "team.unlink": { by: "member", input: ({ colleagueId }) => ({ userId: colleagueId }), refuses: true },
  "team.view": { by: "member" },
  "webhooks.list": { by: "member", input: ({ resourceId }) => ({ resourceId }), refuses: true },
  "webhooks.redeliver": {
    by: "member",
    permission: "resources.change",
    input: ({ webhookDeliveryId }) => ({ deliveryId: webhookDeliveryId }),
    refuses: true,
  },
  "webhooks.renewSecret": {
    by: "member",
    permission: "resources.change",
    input: ({ resourceId }) => ({ resourceId }),
    refuses: true,
  },
  "workspaces.dataSettings": { by: "member" },
  "workspaces.delete": {
    by: "member",
    permission: "workspace.delete",
    input: ({ workspaceName }) => ({ confirm: workspaceName, withoutExport: true }),
    refuses: true,
  },
  "workspaces.openingPreview": { by: "member", input: () => ({}) },
  "workspaces.rename": { by: "member", permission: "workspace.rename", input: () => ({ name: "Renamed" }) },
  "workspaces.saveSupportSettings": { by: "member", permission: "support.edit", input: () => ({}) },
  "workspaces.setRetention": { by: "member", permission: "workspace.retention", input: () => ({ days: 30 }) },
  "workspaces.supportSettings": { by: "member" },
};

import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";

const never = "0".repeat(43);

export const workspacesCases: Record<string, CrossTenantCase> = {
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

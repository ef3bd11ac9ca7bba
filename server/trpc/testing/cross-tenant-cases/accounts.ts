import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";

const never = "0".repeat(43);

export const accountsCases: Record<string, CrossTenantCase> = {
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
  "account.savePreferences": { by: "account", input: () => ({ locale: "en", theme: null }) },
  "account.saveProfile": {
    by: "account",
    input: () => ({ name: "Ours", locale: "en", timeZone: "UTC", theme: null }),
  },
  "account.security": { by: "account" },
  "account.startTotp": { by: "account", input: () => ({ password: "not this one" }) },
  "account.switchWorkspace": {
    by: "account",
    input: ({ workspaceId }) => ({ workspaceId }),
    refuses: true,
  },
  "account.unlinkGoogle": { by: "account", input: () => ({ password: "not this one" }) },
  "account.verifyEmail": { by: "anyone", input: () => ({ token: never }) },
  "account.ways": { by: "anyone" },
  "account.workspaces": { by: "account" },
  "demo.available": { by: "anyone" },
  "demo.mails": { by: "anyone" },
  "notices.list": { by: "member" },
  "notices.markRead": { by: "member" },
};

import { clientAddress } from "@/server/auth/client-address";
import { limitKey } from "@/server/auth/limit-key";
import { type LimitName, rateLimit } from "@/server/auth/rate-limit";
import { addWorkspace } from "@/server/domain/accounts/add-workspace";
import { changePassword } from "@/server/domain/accounts/change-password";
import { confirmTotp } from "@/server/domain/accounts/confirm-totp";
import { disableTotp } from "@/server/domain/accounts/disable-totp";
import { listWorkspaces, profileOf, securityOf } from "@/server/domain/accounts/queries";
import { register } from "@/server/domain/accounts/register";
import { renewRecoveryCodes } from "@/server/domain/accounts/renew-recovery-codes";
import { requestReset } from "@/server/domain/accounts/request-reset";
import { resendVerification } from "@/server/domain/accounts/resend-verification";
import { resetPassword } from "@/server/domain/accounts/reset-password";
import { savePreferences } from "@/server/domain/accounts/save-preferences";
import { saveProfile } from "@/server/domain/accounts/save-profile";
import {
  changePasswordInput,
  createWorkspaceInput,
  emailOnlyInput,
  passwordOnlyInput,
  registerInput,
  resetPasswordInput,
  savePreferencesInput,
  saveProfileInput,
  sessionIdInput,
  tokenInput,
  totpCodeInput,
  workspaceIdInput,
} from "@/server/domain/accounts/schema";
import { startTotp } from "@/server/domain/accounts/start-totp";
import { unlinkGoogle } from "@/server/domain/accounts/unlink-google";
import { verifyEmail } from "@/server/domain/accounts/verify-email";
import { endOtherSessions } from "@/server/domain/sessions/end-other-sessions";
import { endOwnSession } from "@/server/domain/sessions/end-own-session";
import { switchWorkspace } from "@/server/domain/sessions/switch-workspace";
import { env } from "@/server/lib/env";
import { hasMailServer } from "@/server/lib/mail-transport";
import { takeAtLeast } from "@/server/lib/take-at-least";
import { accountProcedure, publicProcedure, router } from "@/server/trpc/init";

/** Whether an address has an account must not show in how long the answer takes; milliseconds. */
const evenly = 600;

const limitAddress = (name: LimitName, headers: Headers) => rateLimit(name, limitKey(clientAddress(headers)));

/** For who is signed in and proves again that it is them. */
const proofProcedure = accountProcedure.use(async ({ ctx, next }) => {
  await rateLimit("account-proof", ctx.actor.userId);
  return next();
});

export const accountRouter = router({
  /** What the pages for strangers offer; `letters` tells where letters go. */
  ways: publicProcedure.query(() => ({
    google: env.GOOGLE_CLIENT_ID !== undefined,
    letters: hasMailServer() ? ("mail" as const) : ("console" as const),
  })),
  register: publicProcedure.input(registerInput).mutation(async ({ ctx, input }) => {
    await limitAddress("register", ctx.headers);
    if (input.setupCode) await limitAddress("setup-code", ctx.headers);
    await rateLimit("letter", input.email);
    const from = { ip: clientAddress(ctx.headers), userAgent: ctx.headers.get("user-agent") };
    return takeAtLeast(evenly, () => register(input, from));
  }),
  resendVerification: publicProcedure.input(emailOnlyInput).mutation(async ({ ctx, input }) => {
    await limitAddress("register", ctx.headers);
    await rateLimit("letter", input.email);
    return takeAtLeast(evenly, () => resendVerification(input));
  }),
  verifyEmail: publicProcedure.input(tokenInput).mutation(async ({ ctx, input }) => {
    await limitAddress("letter-token", ctx.headers);
    return verifyEmail(input);
  }),
  requestReset: publicProcedure.input(emailOnlyInput).mutation(async ({ ctx, input }) => {
    await limitAddress("register", ctx.headers);
    await rateLimit("letter", input.email);
    return takeAtLeast(evenly, () => requestReset(input));
  }),
  resetPassword: publicProcedure.input(resetPasswordInput).mutation(async ({ ctx, input }) => {
    await limitAddress("letter-token", ctx.headers);
    return resetPassword(input);
  }),
  security: accountProcedure.query(({ ctx }) => securityOf(ctx.actor)),
  changePassword: proofProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx.actor, input)),
  startTotp: proofProcedure
    .input(passwordOnlyInput)
    .mutation(({ ctx, input }) => startTotp(ctx.actor, input)),
  confirmTotp: proofProcedure
    .input(totpCodeInput)
    .mutation(({ ctx, input }) => confirmTotp(ctx.actor, input)),
  disableTotp: proofProcedure
    .input(passwordOnlyInput)
    .mutation(({ ctx, input }) => disableTotp(ctx.actor, input)),
  renewRecoveryCodes: proofProcedure
    .input(passwordOnlyInput)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.actor, input)),
  endSession: accountProcedure
    .input(sessionIdInput)
    .mutation(({ ctx, input }) => endOwnSession(ctx.actor, input.sessionId)),
  endOtherSessions: accountProcedure.mutation(({ ctx }) => endOtherSessions(ctx.actor)),
  unlinkGoogle: proofProcedure
    .input(passwordOnlyInput)
    .mutation(({ ctx, input }) => unlinkGoogle(ctx.actor, input)),
  profile: accountProcedure.query(({ ctx }) => profileOf(ctx.actor)),
  saveProfile: accountProcedure
    .input(saveProfileInput)
    .mutation(({ ctx, input }) => saveProfile(ctx.actor, input)),
  savePreferences: accountProcedure
    .input(savePreferencesInput)
    .mutation(({ ctx, input }) => savePreferences(ctx.actor, input)),
  workspaces: accountProcedure.query(({ ctx }) => listWorkspaces(ctx.actor)),
  switchWorkspace: accountProcedure
    .input(workspaceIdInput)
    .mutation(({ ctx, input }) => switchWorkspace(ctx.actor, input.workspaceId)),
  addWorkspace: accountProcedure
    .input(createWorkspaceInput)
    .mutation(({ ctx, input }) => addWorkspace(ctx.actor, input)),
});

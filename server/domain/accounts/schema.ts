import { z } from "zod";
import { isTimeZone } from "@/server/domain/workspaces/zoned-moment";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
/** Compared and stored in small letters without spaces around. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const locale = z.enum(["en", "ru"]);
/** Null follows the system. */
const theme = z.enum(["light", "dark"]).nullable();
/** The random part of a letter's link. */
const token = z.string().max(100);
/** Rules beyond the length are `passwordProblem`'s. */
const password = z.string().max(1024);

/** What a user may change about themselves; null follows the browser or the system. */
export const saveProfileInput = z.object({
  name: z.string().trim().min(1).max(100),
  locale,
  timeZone: z.string().max(64).refine(isTimeZone),
  theme,
});
export type SaveProfileInput = z.infer<typeof saveProfileInput>;

/** What is left out stays as it is. */
export const savePreferencesInput = z.object({ locale: locale.optional(), theme: theme.optional() });
export type SavePreferencesInput = z.infer<typeof savePreferencesInput>;

export type ProfileView = {
  name: string;
  email: string;
  locale: string | null;
  timeZone: string | null;
  theme: "light" | "dark" | null;
  timeZones: string[];
};

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 256;

/** What is wrong with a new password; the pages put it into words. */
export type PasswordProblem = "too_short" | "too_long" | "common" | "personal" | "guessable";

export const registerInput = z.object({
  name: z.string().trim().min(1).max(100),
  email,
  password,
  locale,
  /** Where to go after the first login; an invitation's page (`/invite/<token>`) spares the workspace of one's own. */
  next: z.string().max(300).optional(),
  setupCode: z.string().trim().max(60).optional(),
});
export type RegisterInput = z.infer<typeof registerInput>;

export type RegisterResult =
  | { ok: true }
  | {
      ok: false;
      problems: { field: "password" | "setupCode"; problem: PasswordProblem | "wrong" }[];
    };

export const emailOnlyInput = z.object({ email, next: z.string().max(300).optional() });
export type EmailOnlyInput = z.infer<typeof emailOnlyInput>;

export const tokenInput = z.object({ token });
export type TokenInput = z.infer<typeof tokenInput>;

export const resetPasswordInput = z.object({ token, password });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** Why a letter's link does nothing: used before, too old, or never ours. */
export type TokenProblem = "expired" | "unknown";

export const changePasswordInput = z.object({ current: password, password });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const totpCodeInput = z.object({ code: z.string().trim().max(40) });
export type TotpCodeInput = z.infer<typeof totpCodeInput>;

export const passwordOnlyInput = z.object({ password });
export type PasswordOnlyInput = z.infer<typeof passwordOnlyInput>;

export const sessionIdInput = z.object({ sessionId: z.uuid() });
export const workspaceIdInput = z.object({ workspaceId: id });
export const createWorkspaceInput = z.object({ name: z.string().trim().min(1).max(100) });
export type CreateWorkspaceInput = z.infer<typeof createWorkspaceInput>;

/** A workspace of the signed-in user. */
export type OwnWorkspace = {
  id: number;
  name: string;
  role: "owner" | "admin" | "director" | "manager";
  /** The one this sign-in looks at. */
  current: boolean;
};

/** A sign-in as its user sees it. Times are ISO 8601 with zone. */
export type SessionView = {
  id: string;
  /** Of the user agent, such as Firefox and Windows; null when it does not say. */
  browser: string | null;
  system: string | null;
  ip: string | null;
  createdAt: string;
  seenAt: string;
  current: boolean;
};

/** Everything the page about the account's security shows. */
export type SecurityView = {
  email: string;
  /** The demo's shared account cannot be changed. */
  isDemo: boolean;
  hasPassword: boolean;
  totp: { enabledAt: string; recoveryCodesLeft: number } | null;
  google: { available: boolean; email: string | null };
  sessions: SessionView[];
};

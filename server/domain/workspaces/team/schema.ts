import { z } from "zod";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

export const MEMBER_ROLES = ["owner", "admin", "director", "manager"] as const;
export type TeamRole = (typeof MEMBER_ROLES)[number];

/** Roles an invitation may carry: nobody becomes an owner by a link. */
export const INVITED_ROLES = ["admin", "director", "manager"] as const;

/** Days an invitation may last. */
export const INVITATION_DAYS = [1, 7, 30] as const;

export const changeRoleInput = z.object({ userId: id, role: z.enum(MEMBER_ROLES) });
export const memberInput = z.object({ userId: id });
/** `confirm` is the workspace's name, typed. */
export const transferInput = z.object({ userId: id, confirm: z.string().max(200) });

export const inviteInput = z.object({
  role: z.enum(INVITED_ROLES),
  days: z.union([z.literal(1), z.literal(7), z.literal(30)]),
  /** Sent there, and good for an account of that address only; without it whoever holds the link may use it once. */
  email: z.email().max(254).toLowerCase().optional(),
});
export type InviteInput = z.infer<typeof inviteInput>;
export const invitationIdInput = z.object({ invitationId: id });
export const tokenInput = z.object({ token: z.string().min(1).max(200) });

/** What an invitation's page shows to whoever holds the link. */
export type InvitationView = {
  workspaceId: number;
  workspaceName: string;
  role: TeamRole;
  email: string | null;
  invitedBy: string | null;
  expiresAt: string;
  state: "open" | "used" | "revoked" | "expired";
};

export type MemberView = {
  userId: number;
  name: string;
  email: string;
  role: TeamRole;
  /** ISO 8601. */
  since: string;
  isYou: boolean;
  /** Their account on Telegram, once it is proven. */
  telegram: { name: string } | null;
  /** Roles the reader may give this member; empty where it may change nothing. */
  roles: TeamRole[];
  removable: boolean;
};

export type PendingInvitation = {
  id: number;
  email: string | null;
  role: TeamRole;
  invitedBy: string | null;
  expiresAt: string;
  expired: boolean;
};

export type TeamView = {
  workspace: { name: string };
  me: { userId: number; role: TeamRole };
  members: MemberView[];
  /** Empty for who may not manage the team. */
  invitations: PendingInvitation[];
  may: { manage: boolean; rename: boolean; transfer: boolean };
  /** Which roles may do what, in the order of the policy. */
  permissions: { permission: string; roles: readonly TeamRole[] }[];
  /** A bot of the workspace that takes `/link`; null while none is connected. */
  linkBots: string[];
};

export type TeamRefusal =
  | "last_owner"
  | "owner_only"
  | "unknown_member"
  | "self"
  | "confirm"
  | "already_member"
  | "too_many";
export type TeamResult = { ok: true } | { ok: false; reason: TeamRefusal };

export type AcceptResult =
  | { ok: true; workspaceId: number }
  | {
      ok: false;
      reason:
        | "unknown"
        | "used"
        | "revoked"
        | "expired"
        | "other_email"
        | "email_not_verified"
        | "demo_account";
    };

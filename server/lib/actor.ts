/** Roles of a workspace's members, strongest first. */
export type MemberRole = "owner" | "admin" | "director" | "manager";

// An actor is who acts: minted by a gate only (server/auth, a provider's update, a job), never from input. Every query
// is scoped by its `workspaceId`.

/** Where a request came from, for the audit log. */
export type RequestOrigin = { ip: string | null; userAgent: string | null };

/** A signed-in user in one of their workspaces. */
export type MemberActor = {
  kind: "member";
  workspaceId: number;
  userId: number;
  role: MemberRole;
  from?: RequestOrigin;
  /** The request may use the demo's stand-ins: it came from this machine, or with the console's key. */
  mayUseDemo?: boolean;
};

/** A signed-in user acting on their own account; `workspaceId` is the one they look at, null while they are in none. */
export type AccountActor = {
  kind: "account";
  userId: number;
  sessionId: string;
  workspaceId: number | null;
  from?: RequestOrigin;
};

/** Another program with one of the workspace's API keys; it may do what the key's scopes name. */
export type ApiKeyActor = {
  kind: "api-key";
  workspaceId: number;
  apiKeyId: number;
  scopes: readonly string[];
  from?: RequestOrigin;
};

/** A customer, proven by initData or by the update of a bot. */
export type CustomerActor = { kind: "customer"; workspaceId: number; resourceId: number; contactId: number };

/** A manager or admin known to us only by their account on a channel. */
export type StaffContactActor = {
  kind: "staff-contact";
  workspaceId: number;
  resourceId: number;
  contactId: number;
  role: "admin" | "director" | "manager";
};

/** Somebody who may organise meetings by dialogue with a bot: proven by its update, and named an organiser in the workspace. */
export type OrganiserActor = {
  kind: "organiser";
  workspaceId: number;
  resourceId: number;
  personId: number;
};

/** Somebody invited to meetings, proven by a bot's update. */
export type InviteeActor = { kind: "invitee"; workspaceId: number; resourceId: number; personId: number };

/** The product itself, in a job or at start. */
export type SystemActor = { kind: "system"; workspaceId: number };

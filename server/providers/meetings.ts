import type { World } from "@/server/providers/provider";

/** A meeting to be made; `timeZone` is an IANA name, in which the provider shows the time to invitees. */
export type PlannedMeeting = { topic: string; startsAt: Date; durationMinutes: number; timeZone: string };

/** A meeting as the provider keeps it. `joinUrl` is for guests; it asks nobody to sign in as us. */
export type ProviderMeeting = {
  externalId: string;
  topic: string;
  startsAt: Date;
  durationMinutes: number;
  joinUrl: string;
};

/**
 * Why a meeting cannot be made, listed or deleted; `detail` is the provider's own text. `limited`: the provider's own
 * quota is used up, and `afterMs` is the pause it asked for.
 */
export type MeetingFailure = {
  ok: false;
  kind: "unauthorised" | "no_rights" | "limited" | "gone" | "refused" | "retry";
  detail: string;
  afterMs?: number;
};

/** Makes meetings that people join by a link. */
export type MeetingsCapability<Credentials> = {
  create(
    credentials: Credentials,
    world: World,
    planned: PlannedMeeting,
  ): Promise<{ ok: true; meeting: ProviderMeeting } | MeetingFailure>;
  /** The account's meetings that are still to come, the next first. */
  list(
    credentials: Credentials,
    world: World,
  ): Promise<{ ok: true; meetings: ProviderMeeting[] } | MeetingFailure>;
  /** Deleting what is gone already is no failure. */
  delete(credentials: Credentials, world: World, externalId: string): Promise<{ ok: true } | MeetingFailure>;
};

import type { KchatContext } from "@/bots/kchat/context";
import type { MeetingPerson } from "@/prisma/generated/client";
import type { OpenDialogue } from "@/server/domain/meetings/dialogues/dialogue";
import type { ShownSummary } from "@/server/domain/meetings/dialogues/summary";
import { meetingText } from "@/server/domain/meetings/texts/meeting-text";
import type { MeetingTextKey, MeetingTextValues } from "@/server/domain/meetings/texts/text-keys";
import type { InviteeActor, OrganiserActor } from "@/server/lib/actor";
import { type Locale, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";
import type { OutgoingButton } from "@/server/providers/provider";

/** One thing that a person did, with who they are and where they stand. */
export type Turn = {
  context: KchatContext;
  locale: Locale;
  person: MeetingPerson;
  invitee: InviteeActor;
  /** Null for everybody who does not organise. */
  organiser: OrganiserActor | null;
  isInvited: boolean;
  dialogue: OpenDialogue | null;
  /** When they did it, by the channel's clock. */
  saidAt?: Date;
};

/** Who a screen is made for. */
export type Viewer = Pick<Turn, "locale" | "organiser">;

/** A message of the bot's. `summary`: it shows how a meeting stands, which is kept up to date. */
export type Screen = { text: string; buttons?: OutgoingButton[][]; summary?: ShownSummary };

/** What comes of a turn. `dialogue`: where the person stands then; left out, it stays as it is. */
export type Reply = { screens: Screen[]; dialogue?: OpenDialogue | null };

/** Names of the dialogues' own words. */
export type DialoguePhrase = PhraseKey extends infer Key
  ? Key extends `MeetingDialogue.${infer Name}`
    ? Name
    : never
  : never;

/** Words of the dialogues in the person's language. */
export function say({ locale }: Pick<Turn, "locale">, name: DialoguePhrase, values?: PhraseValues): string {
  return phrase(locale, `MeetingDialogue.${name}`, values);
}

/** A text of the bot that the workspace may have written itself; `fio` is the person's own name. */
export function sayText(
  { context, locale, person }: Turn,
  key: MeetingTextKey,
  values: MeetingTextValues = {},
): Promise<string> {
  return meetingText({ id: context.resource.workspaceId, locale }, key, { fio: person.fullName, ...values });
}

/** A button that brings `data` back. */
export function button(label: string, data: string): OutgoingButton {
  // Longer labels are cut by the messengers in the middle of nowhere.
  return { label: label.length > 40 ? `${label.slice(0, 39)}…` : label, data };
}

import type { Workspace } from "@/prisma/generated/client";
import { nextOpening, officeState } from "@/server/domain/workspaces/office-hours";
import { openingWords } from "@/server/domain/workspaces/opening-words";
import { may } from "@/server/domain/workspaces/policy";
import {
  openingPreviewInput,
  type SupportSettings,
  type SupportSettingsView,
  supportSettings,
} from "@/server/domain/workspaces/schema";
import { timeZones } from "@/server/domain/workspaces/time-zones";
import { wallClock, zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/** How the member's workspace serves its customers, with all that the page about it needs. */
export async function supportSettingsOf(actor: MemberActor): Promise<SupportSettingsView> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  return supportSettingsView(actor, workspace);
}

/** The same of a workspace that was just read. */
export function supportSettingsView(
  actor: MemberActor,
  { locale, timeZone, supportSettings: stored }: Pick<Workspace, "locale" | "timeZone" | "supportSettings">,
): SupportSettingsView {
  const settings = supportSettings.parse(stored);
  const now = clock.now();
  const opening = nextOrExample(settings.officeHours, timeZone, now);
  const preview = (locale: "en" | "ru") => ({
    // The placeholder stands for itself, so that the page can show where the time goes.
    builtIn: phrase(locale, "Bot.offHours", { opening: "{opening}" }),
    opening: openingWords(locale, timeZone, opening, now),
  });
  return {
    locale: localeFor(locale),
    timeZone,
    settings,
    editable: may(actor, "support.edit"),
    timeZones: timeZones(),
    preview: { en: preview("en"), ru: preview("ru") },
  };
}

/** The opening that customers would read of with hours that are not saved yet; null while these cannot be saved. */
export function openingPreview(input: unknown): Record<"en" | "ru", string> | null {
  const hours = openingPreviewInput.safeParse(input);
  if (!hours.success) return null;
  const { timeZone, officeHours } = hours.data;
  const now = clock.now();
  const opening = nextOrExample(officeHours, timeZone, now);
  return { en: openingWords("en", timeZone, opening, now), ru: openingWords("ru", timeZone, opening, now) };
}

const dayMs = 24 * 3600_000;

/** The next opening after the next closing; where people are always there, tomorrow at nine. */
function nextOrExample(officeHours: SupportSettings["officeHours"], timeZone: string, now: Date): Date {
  const state = officeState(officeHours, timeZone, now);
  const opening = state.open && state.until ? nextOpening(officeHours, timeZone, state.until) : state.until;
  const tomorrow = (Math.floor(wallClock(timeZone, now.getTime()) / dayMs) + 1) * dayMs;
  return opening ?? new Date(zonedMoment(timeZone, tomorrow + 9 * 3600_000, "first"));
}

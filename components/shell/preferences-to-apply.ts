import type { Preferences } from "@/server/domain/sessions/live-session";

/**
 * What a browser has to change to follow a person's account, by the mark it kept of what it took over last (null: none);
 * null for what stays as it is. `mark` is to be kept in its place.
 */
export function preferencesToApply(
  kept: string | null,
  userId: number,
  { locale, timeZone, theme }: Preferences,
): Preferences & { mark: string } {
  const mark = [userId, locale, timeZone, theme].join("|");
  const [who, ...had] = kept?.split("|") ?? [];
  const isKnown = who === String(userId) && had.length === 3;
  const changed = (now: string | null, index: number) => !isKnown || (now ?? "") !== had[index];
  // Who never chose a theme keeps what the browser has; who chose to follow the system meanwhile is followed.
  const wanted = isKnown ? (theme ?? "system") : theme;
  return {
    locale: changed(locale, 0) ? locale : null,
    timeZone: changed(timeZone, 1) ? timeZone : null,
    theme: changed(theme, 2) ? wanted : null,
    mark,
  };
}

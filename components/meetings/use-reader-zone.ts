import { useTimeZone } from "next-intl";
import { useSyncExternalStore } from "react";
import { TIME_ZONE_COOKIE } from "@/components/shell/time-zone-cookie";

const never = () => () => {};

/** Whether the reader has chosen a zone in the profile. */
function hasChosen(): boolean {
  return document.cookie.split("; ").some((part) => part.startsWith(`${TIME_ZONE_COOKIE}=`));
}

/** The zone by which the reader lives: the one of the profile, else the browser's. */
export function useReaderZone(): string {
  const given = useTimeZone() ?? "UTC";
  return useSyncExternalStore(
    never,
    () => (hasChosen() ? given : Intl.DateTimeFormat().resolvedOptions().timeZone),
    () => given,
  );
}

import { wallClock } from "@/components/meetings/wall-clock";

/** The moment, ISO 8601 in UTC, at which clocks of a zone show this day and time; one that a change of the clocks leaves out is the one after it. */
export function momentAt(day: string, time: string, timeZone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // How far the clocks of the zone are ahead of UTC at a moment.
  const ahead = (at: number) => {
    const shown = wallClock(new Date(at), timeZone);
    return Date.parse(`${shown.day}T${shown.time}:00Z`) - at;
  };
  // Around a change of the clocks the first guess lies on its other side.
  const guess = wanted - ahead(wanted);
  const at = wanted - ahead(guess);
  const moment = ahead(at) === wanted - at ? at : Math.max(guess, at);
  return new Date(moment).toISOString();
}

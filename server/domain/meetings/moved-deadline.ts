import { clock } from "@/server/lib/clock";

/**
 * The deadline for answers of a meeting that moves by `shiftMs`: as long before its beginning as it was. One that would have
 * passed by now falls away, for those who are asked again must be able to answer.
 */
export function movedDeadline(until: Date | null, shiftMs: number): Date | null {
  if (!until || shiftMs === 0) return until;
  const moved = new Date(until.getTime() + shiftMs);
  return moved > clock.now() ? moved : null;
}

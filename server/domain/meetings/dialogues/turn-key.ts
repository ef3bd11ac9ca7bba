/** How the keys of replies begin. */
export const TURN_PREFIX = "turn:";

/** The key of one of the replies to an update, counted from 0. */
export function turnKey(updateKey: string, index: number): string {
  return `${TURN_PREFIX}${updateKey}:${index}`;
}

/** The key of one of the replies to an update, counted from 0. */
export function turnKey(updateKey: string, index: number): string {
  return `turn:${updateKey}:${index}`;
}

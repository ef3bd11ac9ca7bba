/** A pattern without the @ that people write before a username. */
export function bareUsername(pattern: string): string {
  return pattern.replace(/^@+/, "");
}

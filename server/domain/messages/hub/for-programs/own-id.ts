/** An id of ours as a path names it; null for what cannot be one. */
export function ownId(text: string): number | null {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id > 0 && id < 2 ** 31 ? id : null;
}

/** An amount as people type it (“1 250,50”); null for nothing, undefined for what is none. */
export function readAmount(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0]/g, "").replace(",", ".");
  if (!bare) return null;
  return /^\d{1,12}(\.\d{1,2})?$/.test(bare) ? Number(bare) : undefined;
}

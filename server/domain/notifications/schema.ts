/** Something the owner should learn: a code that the page puts into words, and details from outside. */
export type AlertView = { id: number; code: string; detail: string | null };

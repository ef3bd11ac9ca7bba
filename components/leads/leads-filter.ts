/** What the page shows; `ownerUserId` null: leads of nobody. */
export type LeadsFilter = { search?: string; ownerUserId?: number | null };

import type { Tx } from "@/server/lib/db";

/** Names of what is remembered about the installation itself. */
export type FactKey = "encryption_keys" | "environment_telegram" | "environment_kchat" | "demo_off";

/** Reads and writes one remembered fact; writing null forgets it. */
export const installationFact = {
  read: async (tx: Tx, key: FactKey): Promise<string | null> =>
    (await tx.installationFact.findUnique({ where: { key } }))?.value ?? null,
  write: async (tx: Tx, key: FactKey, value: string | null): Promise<void> => {
    if (value === null) await tx.installationFact.deleteMany({ where: { key } });
    else await tx.installationFact.upsert({ where: { key }, create: { key, value }, update: { value } });
  },
};

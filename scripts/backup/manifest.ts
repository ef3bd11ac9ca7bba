import { z } from "zod";
import { secretsSchema } from "@/server/lib/secrets";

/** What stands first in a backup: enough to refuse one that does not fit before anything is touched. */
export const manifestSchema = z.object({
  product: z.literal("assistchat"),
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Migrations the database had, oldest first, with the SHA-256 of their scripts. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Fingerprints of the keys that sealed something in this database. */
  keyFingerprints: z.array(z.string()),
  withKeys: z.boolean(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

const countedSchema = z.object({ rows: z.number(), bytes: z.number() });

/** What stands last: without it a backup is not whole, and what was read must match it. */
export const totalsSchema = z.object({
  tables: z.record(z.string(), countedSchema),
  jobs: countedSchema,
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  files: z.object({ count: z.number(), bytes: z.number() }),
});
export type Totals = z.infer<typeof totalsSchema>;

/** The keys of an installation as `--with-keys` packs them. */
export const packedKeysSchema = z.object({
  secrets: secretsSchema,
  ENCRYPTION_KEYS: z.string().optional(),
  AUTH_SECRET: z.string().optional(),
});
export type PackedKeys = z.infer<typeof packedKeysSchema>;

/** Where things stand in a backup. */
export const PLACES = {
  manifest: "manifest.json",
  keys: "keys.json",
  tables: "tables/",
  jobs: "jobs/",
  /** Stored files by their key. */
  files: "files/",
  /** The owner's own texts in DATA_DIR. */
  texts: "texts/",
  totals: "totals.json",
} as const;

/** A name as SQL takes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Settings under which values are written and read alike, whatever the server's own. */
export const PLAIN_SETTINGS =
  "SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 3; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

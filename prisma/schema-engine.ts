import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import {
  type MigrationList,
  SchemaEngine,
  type SchemaFilter,
  type SchemasContainer,
} from "@prisma/schema-engine-wasm";
import { migrationAdapter } from "./migration-adapter";

const SCHEMA_FOLDER = fileURLToPath(new URL("./schema", import.meta.url));
/** Where migrations stand: one folder each, `<time>_<name>/migration.sql`. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));

/** Every table of every schema is ours to compare. */
export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] };

/** All prisma/schema/*.prisma files, as the engine takes them. */
export function readSchemas(): SchemasContainer {
  const names = readdirSync(SCHEMA_FOLDER).filter((name) => name.endsWith(".prisma"));
  return {
    files: names.sort().map((name) => {
      const path = join(SCHEMA_FOLDER, name);
      return { path, content: readFileSync(path, "utf8") };
    }),
  };
}

/** All migrations on disk, oldest first. */
export function readMigrations(): MigrationList {
  const names = readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

/** Runs the work with Prisma's own schema engine (WebAssembly) over the `pg` driver, connected to that database. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // Without this registry, which Prisma's own CLI sets, the engine cannot say why it panicked.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(`${message}\n`) },
  });
  const { factory, close } = migrationAdapter(databaseUrl);
  const datamodels = readSchemas().files.map(({ path, content }): [string, string] => [path, content]);
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bound);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await close();
  }
}

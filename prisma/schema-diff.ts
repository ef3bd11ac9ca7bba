import { NO_FILTER, readSchemas, withSchemaEngine } from "./schema-engine";

/** The SQL that leads from the database as it stands to prisma/schema; null when they agree. */
export function schemaDiff(databaseUrl: string): Promise<string | null> {
  return withSchemaEngine(databaseUrl, async (engine) => {
    const schemas = readSchemas();
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", ...schemas, configDir: "." },
      to: { tag: "schemaDatamodel", ...schemas },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    });
    return exitCode === 0 ? null : stdout;
  });
}

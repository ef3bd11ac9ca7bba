import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import { Pool, type QueryConfig } from "pg";

/** PostgreSQL's one-byte type "char" and the character type the adapter knows (pg_type.dat). */
const CHAR_OID = 18;
const BPCHAR_OID = 1042;

interface MigrationAdapter {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Closes the connections; the engine itself never does. */
  close: () => Promise<void>;
}

/**
 * `PrismaPg` 7.10 fit for the schema engine: it refuses columns of type "char", which the engine's own catalogue
 * queries return, and cuts scripts at every semicolon, also inside functions and strings. There is no shadow
 * database: the adapter's own would be the real one whenever it is given by address.
 */
export function migrationAdapter(databaseUrl: string): MigrationAdapter {
  const pools: Pool[] = [];
  const connect = async () => {
    const pool = new Pool({ connectionString: databaseUrl, max: 2 });
    // A connection that is cut while it is being closed is nobody's loss; a query that needed one fails by itself.
    pool.on("error", () => undefined);
    pools.push(pool);
    const query = pool.query.bind(pool);
    const charColumns = new Map<string, number[]>();
    const readable = Object.assign(pool, {
      query: async (config: QueryConfig) => {
        const result = await query(config);
        const found = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
        for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = BPCHAR_OID;
        charColumns.set(config.text, found);
        return result;
      },
    });
    const adapter = await new PrismaPg(readable).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    return Object.assign(adapter, {
      queryRaw: async (asked: SqlQuery) => {
        const result = await queryRaw(asked);
        for (const index of charColumns.get(asked.sql) ?? [])
          result.columnTypes[index] = ColumnTypeEnum.Character;
        return result;
      },
      executeScript: async (script: string) => {
        await query(script);
      },
    });
  };
  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect,
      connectToShadowDb: () => Promise.reject(new Error("the schema engine was asked for a shadow database")),
    },
    close: async () => {
      for (const pool of pools) await pool.end();
    },
  };
}

declare module "vitest" {
  interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

/** What the global setup tells the test files: where to clone, and what. */
export interface TestPostgres {
  /** Address of the server's `postgres` database. */
  adminUrl: string;
  /** Name of the migrated database to clone. */
  template: string;
}

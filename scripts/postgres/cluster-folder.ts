import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SystemUser } from "./postgres-user";
import { reachableFolder } from "./reachable-folder";

export interface ClusterFolder {
  /** PostgreSQL's own data directory. */
  cluster: string;
  lock: string;
  /** One file per process that needs the database; the last one out stops it. */
  holders: string;
  guardian: string;
  port: string;
  log: string;
}

/** The places of everything the embedded PostgreSQL keeps under one folder (`${DATA_DIR}/postgres`), which it makes. */
export function clusterFolder(folder: string, user: SystemUser | null): ClusterFolder {
  const root = resolve(folder);
  const files = reachableFolder(root, user);
  mkdirSync(join(root, "holders"), { recursive: true });
  return {
    cluster: join(files, "cluster"),
    lock: join(root, "lock"),
    holders: join(root, "holders"),
    guardian: join(root, "guardian.json"),
    port: join(root, "port"),
    log: join(root, "postgres.log"),
  };
}

import { join } from "node:path";
import { env } from "@/server/lib/env";
import { diskStorage } from "@/server/storage/disk-storage";
import type { Storage } from "@/server/storage/storage";

/** The storage of this installation: S3 where it is configured, else the data folder. */
export const storage: Storage = diskStorage(join(env.DATA_DIR, "files"));

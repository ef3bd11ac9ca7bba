import { join } from "node:path";
import { env } from "@/server/lib/env";
import { diskStorage } from "@/server/storage/disk-storage";
import type { Storage } from "@/server/storage/storage";

async function choose(): Promise<Storage> {
  if (!env.S3_ENDPOINT) return diskStorage(join(env.DATA_DIR, "files"));
  // The SDK takes 35 MB of memory that an installation with a disk need not spend.
  const { s3Storage } = await import("@/server/storage/s3-storage");
  return s3Storage({
    endpoint: env.S3_ENDPOINT,
    publicEndpoint: env.S3_PUBLIC_ENDPOINT,
    bucket: env.S3_BUCKET,
    accessKey: env.S3_ACCESS_KEY,
    secretKey: env.S3_SECRET_KEY,
  });
}

/** The storage of this installation: S3 where it is configured, else the data folder. */
export const storage: Storage = await choose();

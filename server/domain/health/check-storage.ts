import type { HealthCheck } from "@/server/domain/health/schema";
import { storage } from "@/server/storage/chosen-storage";

/** Whether files can be kept: a few bytes are. */
export async function checkStorage(): Promise<HealthCheck> {
  await storage.check();
  return { status: "ok" };
}

import { readFileSync } from "node:fs";
import type { z } from "zod";

/** The file's content when it is JSON of that shape; null when it is missing, half-written or something else. */
export function readJsonFile<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

import type { User } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";

/** The demo's user, or null where there is none. */
export async function findDemoUser(): Promise<User | null> {
  return db.user.findFirst({
    where: { email: env.DEMO_EMAIL.toLowerCase(), isDemo: true, disabledAt: null },
  });
}

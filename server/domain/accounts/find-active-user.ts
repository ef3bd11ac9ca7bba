import type { User } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

/** The user with this id, unless disabled; null when there is none. */
export async function findActiveUser(userId: number): Promise<User | null> {
  return db.user.findFirst({ where: { id: userId, disabledAt: null } });
}

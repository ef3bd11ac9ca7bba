import type { User } from "@/prisma/generated/client";
import { letter } from "@/server/domain/notifications/letter";
import { queueMail } from "@/server/domain/notifications/queue-mail";
import type { Tx } from "@/server/lib/db";
import { appUrl } from "@/server/lib/env";
import { localeFor } from "@/server/lib/phrases";

/** Sends a user one of the letters about their account, in their language. */
export async function writeToUser(
  tx: Tx,
  user: Pick<User, "email" | "locale">,
  name: Parameters<typeof letter>[1],
  values: Record<string, string> = {},
): Promise<void> {
  const links = { loginLink: `${appUrl}/login`, forgotLink: `${appUrl}/forgot` };
  const words = letter(localeFor(user.locale), name, { ...links, ...values });
  await queueMail(tx, { to: user.email, ...words, workspaceId: null });
}

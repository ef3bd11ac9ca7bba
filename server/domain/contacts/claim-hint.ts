import { db } from "@/server/lib/db";

/** True the first time a person is to be given the chat's hint, false ever after. */
export async function claimHint(chatId: number, externalId: string): Promise<boolean> {
  const claimed = await db.$executeRaw`
    update chats set hinted_external_ids = array_append(hinted_external_ids, ${externalId})
    where id = ${chatId} and not (${externalId} = any(hinted_external_ids))`;
  return claimed > 0;
}

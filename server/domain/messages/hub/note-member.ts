import { db } from "@/server/lib/db";

type Membership = { chatId: number; contactId: number; at: Date; isIn: boolean };

/** Notes that somebody joined a group or left it; what is older than what we know of them changes nothing. */
export async function noteMember({ chatId, contactId, at, isIn }: Membership): Promise<void> {
  const leftAt = isIn ? null : at;
  await db.$executeRaw`
    insert into chat_members as known (chat_id, contact_id, first_seen_at, last_seen_at, left_at)
    values (${chatId}, ${contactId}, ${at}, ${at}, ${leftAt})
    on conflict (chat_id, contact_id) do update set
      first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
      last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at), left_at = excluded.left_at
    where excluded.last_seen_at >= greatest(known.last_seen_at, known.left_at)`;
}

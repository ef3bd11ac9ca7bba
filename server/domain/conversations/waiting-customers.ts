import type { Prisma } from "@/prisma/generated/client";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { type Locale, phrase } from "@/server/lib/phrases";

const include = {
  contact: true,
  topics: {
    where: { state: { in: ["opening", "open"] } },
    orderBy: { id: "desc" },
    take: 1,
    include: { chat: { include: { resource: { select: { provider: true } } } } },
  },
} satisfies Prisma.ConversationInclude;

/** A conversation whose customer waits, in the words in which staff are told. */
export type WaitingCustomer = Prisma.ConversationGetPayload<{ include: typeof include }> & {
  unansweredSince: Date;
  said: { name: string; wait: string; words: string };
};

/** As much of the last words as a nudge quotes, in UTF-16 units. */
const longestQuote = 120;

/** The conversations with these ids, those first that have waited longest; one that waits no longer is left out. */
export async function waitingCustomers(tx: Tx, ids: number[], locale: Locale): Promise<WaitingCustomer[]> {
  const conversations = await tx.conversation.findMany({
    where: { id: { in: ids } },
    orderBy: { unansweredSince: "asc" },
    include,
  });
  const lastWords = await tx.$queryRaw<{ conversation_id: number; text: string }[]>`
    select distinct on (conversation_id) conversation_id, text from messages
    where conversation_id = any(${ids}) and author = 'customer' and deleted_at is null
    order by conversation_id, seq desc`;
  const wordsOf = new Map(lastWords.map((row) => [row.conversation_id, row.text]));
  return conversations.flatMap((conversation) => {
    const { id, contact, unansweredSince } = conversation;
    if (!unansweredSince) return [];
    const said = {
      name: `${displayName(contact)} · #${id}`,
      wait: waitWords(locale, clock.now().getTime() - unansweredSince.getTime()),
      words: beginning(wordsOf.get(id) ?? "") || phrase(locale, "Bot.placeholder", { kind: "other" }),
    };
    return [{ ...conversation, unansweredSince, said }];
  });
}

function beginning(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= longestQuote) return line;
  const cut = line.slice(0, longestQuote);
  // Half a character (a surrogate alone) would be refused.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}

/** A length of time, given in milliseconds, in its two largest units. */
function waitWords(locale: Locale, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return phrase(locale, "Bot.waitMinutes", { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return phrase(locale, "Bot.waitHours", { hours, minutes: minutes % 60 });
  return phrase(locale, "Bot.waitDays", { days: Math.floor(hours / 24), hours: hours % 24 });
}

import type { HubFilter } from "@/server/domain/messages/hub/schema";
import { db } from "@/server/lib/db";

export type SearchKind = { name: string; filters: HubFilter[]; pages?: number };

const each = 25;

/** What people may ask of the seeded messages, by what it costs; the words' ranks are those of the vocabulary. */
export async function searchQueries(
  workspaceId: number,
  vocabulary: string[],
  random: () => number,
): Promise<SearchKind[]> {
  const between = (from: number, to: number) => Math.floor(from + random() * (to - from));
  const word = (from: number, to: number) => vocabulary[between(from, to)] ?? "";
  const many = (make: () => HubFilter): HubFilter[] => Array.from({ length: each }, make);
  const common = () => word(50, 120);
  const chats = await db.chat.findMany({
    where: { workspaceId },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const contacts = await db.contact.findMany({
    where: { workspaceId, role: "client" },
    select: { id: true },
  });
  const any = (rows: { id: number }[]) => rows[between(0, rows.length)]?.id ?? 0;
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 24 * 3_600_000).toISOString();
  const typo = () => {
    let meant = "";
    while (meant.length < 6 || /\d/.test(meant)) meant = word(100, 2_000);
    const at = between(1, meant.length - 2);
    return random() < 0.5
      ? meant.slice(0, at) + meant.slice(at + 1)
      : meant.slice(0, at) + meant[at + 1] + meant[at] + meant.slice(at + 2);
  };
  const filtered: (() => HubFilter)[] = [
    () => ({ q: common(), chatIds: [any(chats)] }),
    () => ({ q: common(), contactId: any(contacts) }),
    () => ({ q: common(), roles: ["manager"] }),
    () => ({ q: common(), roles: ["director"] }),
    () => ({ q: common(), intents: ["complaint"], clientsOnly: true }),
    () => ({ q: common(), urgent: true }),
    () => ({ q: common(), hasFile: true, excludeAutomatic: true }),
    () => ({ q: common(), sentiments: ["negative"] }),
    () => ({ q: common(), since: day(300), until: day(290) }),
    () => ({ q: word(2_000, 20_000), intents: ["order", "question"], clientsOnly: true }),
    () => ({ q: word(2_000, 20_000), since: day(400), chatIds: chats.slice(0, 20).map(({ id }) => id) }),
  ];
  const unsaid: (() => HubFilter)[] = [
    () => ({}),
    () => ({ clientsOnly: true }),
    () => ({ chatIds: [any(chats)] }),
    () => ({ roles: ["director"] }),
    () => ({ roles: ["broadcast_bot"] }),
    () => ({ sentiments: ["negative"] }),
    () => ({ intents: ["complaint"], clientsOnly: true }),
    () => ({ hasFile: true, roles: ["manager"] }),
    () => ({ urgent: true, since: day(200) }),
    () => ({ hasIntent: false, excludeAutomatic: true }),
    () => ({ chatIds: chats.slice(0, 20).map(({ id }) => id), until: day(300) }),
  ];
  return [
    { name: "common", filters: many(() => ({ q: common() })) },
    { name: "frequent", filters: many(() => ({ q: word(200, 3_000) })) },
    { name: "rare", filters: many(() => ({ q: word(20_000, 60_000) })) },
    { name: "prefix", filters: many(() => ({ q: word(60, 5_000).slice(0, between(2, 5)) })) },
    { name: "typo", filters: many(() => ({ q: typo() })) },
    { name: "several", filters: many(() => ({ q: `${common()} ${word(50, 2_000)}` })) },
    { name: "filtered", filters: [...filtered, ...filtered].map((make) => make()) },
    { name: "unsaid", filters: unsaid.map((make) => make()) },
    { name: "pages", filters: many(() => ({ q: common() })).slice(0, 8), pages: 5 },
  ];
}

import { authorName, chatTitle } from "@/server/domain/messages/hub/hub-message-view";
import type { HubChatRow, HubChatsPage, ListHubChatsInput } from "@/server/domain/messages/hub/page-schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db, pool } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { escapeLike } from "@/server/lib/escape-like";

const pageSize = 50;
/** A busy chat's week is counted up to here. */
const mostCounted = 1000;
const shownOfText = 200;

/** A page of the chats in which something was said, the newest words first. Throws `forbidden`. */
export async function listHubChats(
  actor: MemberActor,
  { search, ignored, cursor }: ListHubChatsInput,
): Promise<HubChatsPage> {
  requirePermission(actor, "hub.view");
  const part = `%${escapeLike(search.replace(/^@/, ""))}%`;
  const { rows } = await pool().query<{ id: number }>(
    `select c.id from chats c left join contacts p on p.id = c.contact_id
     where c.workspace_id = $1 and c.ignored_at is ${ignored ? "not null" : "null"}
       and exists (select 1 from hub_messages m where m.chat_id = c.id)
       and ($2 = '%%' or c.title ilike $2 or c.external_id = $3
         or concat_ws(' ', p.first_name, p.last_name) ilike $2 or p.username ilike $2)
     order by c.last_message_at desc nulls last, c.id desc limit ${pageSize + 1} offset $4`,
    [actor.workspaceId, part, search, cursor],
  );
  const page = rows.slice(0, pageSize).map(({ id }) => id);
  return {
    chats: await hubChatRows(actor.workspaceId, page),
    next: rows.length > pageSize ? cursor + pageSize : null,
  };
}

/** One chat as the list shows it. Throws `forbidden`, `not_found` (`chat_unknown`). */
export async function hubChatInfo(actor: MemberActor, { chatId }: { chatId: number }): Promise<HubChatRow> {
  requirePermission(actor, "hub.view");
  const [chat] = await hubChatRows(actor.workspaceId, [chatId]);
  if (!chat) throw new AppError("not_found", "chat_unknown", "There is no such chat.");
  return chat;
}

/** Chats of the workspace as the list shows them, in the order of `ids`; ids of others are left out. */
export async function hubChatRows(workspaceId: number, ids: number[]): Promise<HubChatRow[]> {
  if (ids.length === 0) return [];
  const [chats, { rows: counts }] = await Promise.all([
    db.chat.findMany({
      where: { workspaceId, id: { in: ids } },
      include: {
        resource: { select: { provider: true } },
        contact: true,
        hubMessages: {
          orderBy: [{ sentAt: "desc" }, { id: "desc" }],
          take: 1,
          include: { contact: true, user: { select: { name: true } } },
        },
        _count: { select: { members: { where: { leftAt: null } } } },
      },
    }),
    pool().query<{ id: number; recent: number; urgent: number }>(
      `select c.id, week.recent, week.urgent from unnest($1::int[]) as c(id), lateral (
         select count(*)::int as recent, count(*) filter (where urgent)::int as urgent from (
           select m.urgent from hub_messages m
           where m.chat_id = c.id and m.workspace_id = $2 and m.sent_at > now() - interval '7 days'
           limit ${mostCounted}) s) week`,
      [ids, workspaceId],
    ),
  ]);
  const byId = new Map(chats.map((chat) => [chat.id, chat]));
  const countsOf = new Map(counts.map((row) => [row.id, row]));
  return ids.flatMap((id): HubChatRow[] => {
    const chat = byId.get(id);
    if (!chat) return [];
    const [last] = chat.hubMessages;
    return [
      {
        id,
        title: chatTitle(chat),
        type: chat.type,
        provider: chat.resource.provider,
        members: chat._count.members,
        recent: countsOf.get(id)?.recent ?? 0,
        urgent: countsOf.get(id)?.urgent ?? 0,
        last: last
          ? {
              author: last.author,
              authorName: authorName(last),
              text: last.deletedAt ? "" : (last.text || (last.transcript ?? "")).slice(0, shownOfText),
              type: last.type,
              sentAt: last.sentAt.toISOString(),
            }
          : null,
        ignored: chat.ignoredAt !== null,
        botLeft: chat.botLeftAt !== null,
      },
    ];
  });
}

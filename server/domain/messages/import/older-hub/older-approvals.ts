import type { ApprovalStatus } from "@/prisma/generated/client";
import type { OlderPeople } from "@/server/domain/messages/import/older-hub/older-people";
import type { OlderTables } from "@/server/domain/messages/import/older-hub/older-tables";
import { readMoment, readText } from "@/server/domain/messages/import/older-hub/read-value";
import type { BadRow, ImportedPerson, ImportPlace } from "@/server/domain/messages/import/schema";
import { storeChats, storePeople } from "@/server/domain/messages/import/store-imported";
import type { Tx } from "@/server/lib/db";

type Row = Awaited<ReturnType<NonNullable<OlderTables["pending_responses"]>["page"]>>[number];

const source = "import:older-hub";
const dayMs = 24 * 3600_000;

/**
 * Keeps what the older hub proposed as history: nothing of it is ever sent, so what was not decided or not sent there is
 * expired here. Rows that were taken over before are passed over.
 */
export async function olderApprovals(
  tx: Tx,
  place: ImportPlace,
  people: OlderPeople,
  rows: Row[],
  byRowId: boolean | null,
): Promise<{ added: number; bad: BadRow[] }> {
  const { workspaceId } = place;
  const known = await tx.$queryRaw<{ id: string }[]>`
    select context->'olderHub'->>'id' as id from approvals
    where workspace_id = ${workspaceId} and source = ${source}
      and context->'olderHub'->>'id' = any(${rows.map(({ id }) => String(id))})`;
  const before = new Set(known.map(({ id }) => id));
  const bad: BadRow[] = [];
  const wanted = rows.flatMap((row) => {
    const chat = people.chat(row.chat, byRowId);
    const text = readText(row.text);
    const where = `pending_responses ${row.id}`;
    if (!chat) bad.push({ where, why: `its chat “${readText(row.chat) ?? ""}” is not in the table chats` });
    else if (!text) bad.push({ where, why: "it has no text" });
    else if (!before.has(String(row.id))) return [{ row, chat, text }];
    return [];
  });
  const contacts = wanted.flatMap(({ chat }): ImportedPerson[] => (chat.contact ? [chat.contact] : []));
  const { ids } = await storePeople(tx, place, contacts);
  const chatIds = await storeChats(
    tx,
    place,
    wanted.map(({ chat }) => chat),
    ids,
  );
  const { count } = await tx.approval.createMany({
    data: wanted.flatMap(({ row, chat, text }) => {
      const chatId = chatIds.get(chat.externalId);
      if (chatId === undefined) return [];
      const createdAt = readMoment(row.createdAt) ?? new Date(0);
      const status = statusOf(row);
      return {
        workspaceId,
        chatId,
        text: text.replaceAll("\u0000", ""),
        context: { olderHub: { id: String(row.id), context: readText(row.context) } },
        source,
        sourceName: "cvgorod-hub",
        status,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + dayMs),
        decidedAt: status === "expired" ? null : readMoment(row.decidedAt),
        decidedByName: readText(row.decidedBy),
        reason: readText(row.reason),
        sentAt: status === "sent" ? (readMoment(row.sentAt) ?? readMoment(row.decidedAt)) : null,
      };
    }),
  });
  return { added: count, bad };
}

function statusOf(row: Row): ApprovalStatus {
  const status = readText(row.status)?.toLowerCase() ?? "";
  if (status === "sent" || (status === "approved" && readMoment(row.sentAt))) return "sent";
  if (status === "rejected") return "rejected";
  return status === "failed" || status === "error" ? "failed" : "expired";
}

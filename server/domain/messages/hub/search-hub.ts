import { setTimeout as sleep } from "node:timers/promises";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { readHubCursor, writeHubCursor } from "@/server/domain/messages/hub/hub-cursor";
import { hubMessageViews } from "@/server/domain/messages/hub/hub-message-views";
import { hubTotal } from "@/server/domain/messages/hub/hub-total";
import type { HubFilter, HubPage, HubResults } from "@/server/domain/messages/hub/schema";
import { searchSnippets } from "@/server/domain/messages/hub/search-snippets";
import { searchWords } from "@/server/domain/messages/hub/search-words";
import { type HubQuestion, walkHub } from "@/server/domain/messages/hub/walk-hub";
import { db, pool } from "@/server/lib/db";

/** A page of a very large hub does not wait longer than this for its total. */
const countPatienceMs = 25;

/** Contacts of some roles are looked up beforehand when they are no more than this. */
const fewPeople = 300;

/**
 * A page of the workspace's messages that a filter lets through, newest first, and how many there are. A cursor gives
 * each message once, whatever is added meanwhile; throws `bad_input` (`cursor_unknown`) for one we did not give out.
 * People do not wait for the total of a very large hub, programs (`waitForTotal`) do: it is exact up to 10,000.
 */
export async function searchHub(
  actor: { workspaceId: number },
  filter: HubFilter,
  page: HubPage,
  { waitForTotal = false } = {},
): Promise<HubResults> {
  const { workspaceId } = actor;
  const after = page.cursor ? readHubCursor(page.cursor) : null;
  const words = filter.q ? await searchWords(workspaceId, filter.q) : null;
  if (filter.q && !words) return { messages: [], total: 0, totalIsLowerBound: false, nextCursor: null };
  const question: HubQuestion = {
    workspaceId,
    filter,
    words: words?.query ?? null,
    person: filter.contactId ? await contactsOf(workspaceId, filter.contactId) : undefined,
    people: filter.roles?.length ? await peopleOf(workspaceId, filter.roles) : null,
  };
  const skipped = after ? 0 : (page.offset ?? 0);
  const wanted = skipped + page.limit;
  const read = async () => {
    const found = await walkHub(question, after, wanted + 1);
    const rows = found.slice(skipped, wanted);
    const messages = await hubMessageViews(
      workspaceId,
      rows.map(({ id }) => id),
    );
    return {
      found,
      last: rows.at(-1),
      messages,
      snippets: words ? await searchSnippets(messages, words) : [],
    };
  };
  const [{ found, last, messages, snippets }, counted] = await Promise.all([
    read(),
    hubTotal(question, after !== null, waitForTotal ? null : sleep(countPatienceMs)),
  ]);
  const isAll = !after && found.length <= wanted;
  // What is not counted yet is at least what was seen.
  const total = isAll || !counted ? { total: found.length, totalIsLowerBound: !isAll } : counted;
  return {
    messages: messages.map((message, at) => ({ ...message, snippet: snippets[at] ?? null })),
    ...total,
    nextCursor:
      last && found.length > wanted
        ? writeHubCursor({ sentAt: last.sentAt.toISOString(), id: last.id })
        : null,
  };
}

/** The contacts that are one person with this one; undefined when it is alone. */
async function contactsOf(workspaceId: number, contactId: number): Promise<number[] | undefined> {
  const ids = await personContactIds(db, workspaceId, contactId);
  return ids.length > 1 ? ids : undefined;
}

/** The contacts who have these roles; null when they are too many to be named. */
async function peopleOf(workspaceId: number, roles: string[]): Promise<number[] | null> {
  const { rows } = await pool().query<{ id: number }>(
    `select id from contacts where workspace_id = $1 and role = any($2::"ContactRole"[]) limit ${fewPeople + 1}`,
    [workspaceId, roles],
  );
  return rows.length > fewPeople ? null : rows.map(({ id }) => id);
}

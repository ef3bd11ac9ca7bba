import type { ContactRoleName } from "@/server/domain/messages/hub/schema";
import type { HubQuestion } from "@/server/domain/messages/hub/walk-hub";

/** Adds a value to a query's parameters and returns its placeholder. */
type Put = (value: unknown) => string;

/** SQL conditions of a row `m` of hub_messages, all of which must hold. */
export type HubConditions = {
  /** Workspace and dates: every index by date serves them. */
  base: string[];
  /** What one index by date serves besides, if the filter has such a thing. */
  drive: string[];
  further: string[];
  /** What alone stands in `further`, where it names few rows of another table: the messages of each have an index by date. */
  spread: { column: "chat_id" | "contact_id"; ids: readonly number[] } | null;
};

/** Of more than these one walks through all messages sooner. */
const fewIds = 100;

/** What a question demands of a message, by how indexes serve it. */
export function hubConditions(
  { workspaceId, filter, words, people, person = listed(filter.contactId) }: HubQuestion,
  put: Put,
): HubConditions {
  const workspace = put(workspaceId);
  const base = [`m.workspace_id = ${workspace}`];
  if (filter.since) base.push(`m.sent_at >= ${put(filter.since)}::timestamptz`);
  if (filter.until) base.push(`m.sent_at < ${put(filter.until)}::timestamptz`);

  const oneOf = (column: string, type: string, values: readonly unknown[] | undefined) => {
    if (!values?.length) return [];
    if (values.length === 1) return [`m.${column} = ${put(values[0])}::${type}`];
    return [`m.${column} = any(${put(values)}::${type}[])`];
  };
  const isSingle = (values: readonly unknown[] | undefined) => values?.length === 1;
  const isBad = isSingle(filter.sentiments) && filter.sentiments?.[0] === "negative";
  const wanted = [
    { served: true, of: oneOf("conversation_id", "int", listed(filter.conversationId)) },
    { served: isSingle(person), of: oneOf("contact_id", "int", person) },
    { served: isSingle(filter.chatIds), of: oneOf("chat_id", "int", filter.chatIds) },
    { served: true, of: filter.urgent ? ["m.urgent"] : [] },
    { served: isSingle(filter.intents), of: oneOf("intent", '"Intent"', filter.intents) },
    { served: true, of: filter.hasFile ? ["m.has_file"] : [] },
    { served: false, of: ofResource(filter.resourceId, put) },
    { served: false, of: filter.urgent === false ? ["not m.urgent"] : [] },
    { served: false, of: filter.hasFile === false ? ["not m.has_file"] : [] },
    // As it stands in the index, which holds nothing else.
    { served: true, of: isBad ? [`m.sentiment = 'negative'::"Sentiment"`] : [] },
    { served: false, of: isBad ? [] : oneOf("sentiment", '"Sentiment"', filter.sentiments) },
    { served: false, of: presence(filter.hasIntent) },
    { served: false, of: filter.excludeAutomatic ? ["not m.is_automatic"] : [] },
    { served: false, of: filter.clientsOnly ? [saidBy(["client"], null, workspace, put)] : [] },
    { served: false, of: filter.roles?.length ? [saidBy(filter.roles, people, workspace, put)] : [] },
    { served: false, of: words === null ? [] : [`m.words @@ ${put(words)}::tsquery`] },
  ].filter(({ of }) => of.length > 0);
  const driving = wanted.find(({ served }) => served);
  const further = wanted.filter((one) => one !== driving).flatMap(({ of }) => of);
  const few = further.length === 1 ? fewOf({ filter, person, people }) : null;
  return { base, drive: driving?.of ?? [], further, spread: few && few.ids.length <= fewIds ? few : null };
}

/** The rows of another table whose messages a filter names, where it names them by nothing else. */
function fewOf({
  filter,
  person,
  people,
}: Pick<HubQuestion, "filter" | "person" | "people">): HubConditions["spread"] {
  if (person && person.length > 1) return { column: "contact_id", ids: person };
  if (filter.chatIds && filter.chatIds.length > 1) return { column: "chat_id", ids: filter.chatIds };
  const alone = people && filter.roles?.length && authorsOf(filter.roles).length === 0;
  return alone ? { column: "contact_id", ids: people } : null;
}

function ofResource(resourceId: number | undefined, put: Put): string[] {
  if (resourceId === undefined) return [];
  return [`m.chat_id in (select h.id from chats h where h.resource_id = ${put(resourceId)})`];
}

const listed = (value: number | undefined) => (value === undefined ? [] : [value]);

function presence(hasIntent: boolean | undefined): string[] {
  return hasIntent === undefined ? [] : [`m.intent is ${hasIntent ? "not null" : "null"}`];
}

/**
 * Roles as `hubMessageView` tells them: the contact's, else the one that stands nearest to the author. `people` are the
 * contacts of these roles where they are few.
 */
function saidBy(
  roles: readonly ContactRoleName[],
  people: number[] | null,
  workspace: string,
  put: Put,
): string {
  const authors = authorsOf(roles);
  const contacts = people
    ? `m.contact_id = any(${put(people)}::int[])`
    : `m.contact_id in (select c.id from contacts c where c.workspace_id = ${workspace}
        and c.role = any(${put(roles)}::"ContactRole"[]))`;
  if (authors.length === 0) return contacts;
  return `(${contacts} or (m.contact_id is null and m.author = any(${put(authors)}::"HubAuthor"[])))`;
}

/** The authors without a contact who stand for a role. */
function authorsOf(roles: readonly ContactRoleName[]): string[] {
  return [
    ...(roles.includes("manager") ? ["member"] : []),
    ...(roles.includes("client") ? ["contact"] : []),
    ...(roles.includes("assistant_bot") ? ["assistant", "system"] : []),
  ];
}

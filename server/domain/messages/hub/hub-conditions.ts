import type { ContactRoleName, HubFilter } from "@/server/domain/messages/hub/schema";

/** Adds a value to a query's parameters and returns its placeholder. */
export type Put = (value: unknown) => string;

/** What a filter, its words apart, demands of a row `m` of hub_messages, as SQL conditions that must all hold. */
export function hubConditions(filter: HubFilter, workspaceId: number, put: Put): string[] {
  const workspace = put(workspaceId);
  const conditions = [`m.workspace_id = ${workspace}`];
  const anyOf = (column: string, type: string, values: readonly unknown[] | undefined) => {
    if (values?.length) conditions.push(`m.${column} = any(${put(values)}::${type}[])`);
  };
  anyOf("chat_id", "int", filter.chatIds);
  if (filter.contactId) conditions.push(`m.contact_id = ${put(filter.contactId)}`);
  if (filter.conversationId) conditions.push(`m.conversation_id = ${put(filter.conversationId)}`);
  anyOf("intent", '"Intent"', filter.intents);
  anyOf("sentiment", '"Sentiment"', filter.sentiments);
  if (filter.hasIntent !== undefined)
    conditions.push(`m.intent is ${filter.hasIntent ? "not null" : "null"}`);
  if (filter.urgent !== undefined) conditions.push(filter.urgent ? "m.urgent" : "not m.urgent");
  if (filter.hasFile !== undefined) conditions.push(filter.hasFile ? "m.has_file" : "not m.has_file");
  if (filter.excludeAutomatic) conditions.push("not m.is_automatic");
  if (filter.clientsOnly) conditions.push(saidBy(["client"], workspace, put));
  if (filter.roles?.length) conditions.push(saidBy(filter.roles, workspace, put));
  if (filter.since) conditions.push(`m.sent_at >= ${put(filter.since)}::timestamptz`);
  if (filter.until) conditions.push(`m.sent_at < ${put(filter.until)}::timestamptz`);
  return conditions;
}

/** Roles as `hubMessageView` tells them: the contact's, else the one that stands nearest to the author. */
function saidBy(roles: readonly ContactRoleName[], workspace: string, put: Put): string {
  const authors = [
    ...(roles.includes("manager") ? ["member"] : []),
    ...(roles.includes("client") ? ["contact"] : []),
    ...(roles.includes("assistant_bot") ? ["assistant", "system"] : []),
  ];
  const people = `m.contact_id in (select c.id from contacts c where c.workspace_id = ${workspace}
    and c.role = any(${put(roles)}::"ContactRole"[]))`;
  if (authors.length === 0) return people;
  return `(${people} or (m.contact_id is null and m.author = any(${put(authors)}::"HubAuthor"[])))`;
}

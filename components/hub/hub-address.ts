import { CONTACT_ROLES, type HubFilter, INTENTS, SENTIMENTS } from "@/server/domain/messages/hub/schema";

/** What the stream shows. Days are `2026-11-21`, in the reader's own zone, both inclusive. */
export type HubFilters = {
  q: string;
  chatIds: number[];
  contactId: number | null;
  roles: (typeof CONTACT_ROLES)[number][];
  intents: (typeof INTENTS)[number][];
  sentiments: (typeof SENTIMENTS)[number][];
  urgent: boolean;
  hasFile: boolean;
  withoutAutomatic: boolean;
  from: string | null;
  to: string | null;
};

/** Where the reader is: the filters, and the chat that is open with the message it is open at. */
export type HubAddress = {
  filters: HubFilters;
  chatId: number | null;
  messageId: number | null;
  /** On a phone: the list of chats is in front. */
  showsChats: boolean;
};

export const NO_FILTERS: HubFilters = {
  q: "",
  chatIds: [],
  contactId: null,
  roles: [],
  intents: [],
  sentiments: [],
  urgent: false,
  hasFile: false,
  withoutAutomatic: false,
  from: null,
  to: null,
};

function idOf(text: string | null): number | null {
  return text && /^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) < 2 ** 31 ? Number(text) : null;
}

function someOf<Name extends string>(text: string | null, known: readonly Name[]): Name[] {
  const names = text?.split(",") ?? [];
  return known.filter((name) => names.includes(name));
}

function dayOf(text: string | null): string | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** Reads an address' query; whatever makes no sense is left out. */
export function readHubAddress(query: URLSearchParams): HubAddress {
  return {
    filters: {
      q: (query.get("q") ?? "").slice(0, 200),
      chatIds: (query.get("chats") ?? "")
        .split(",")
        .flatMap((id) => idOf(id) ?? [])
        .slice(0, 50),
      contactId: idOf(query.get("person")),
      roles: someOf(query.get("roles"), CONTACT_ROLES),
      intents: someOf(query.get("intents"), INTENTS),
      sentiments: someOf(query.get("moods"), SENTIMENTS),
      urgent: query.get("urgent") === "1",
      hasFile: query.get("files") === "1",
      withoutAutomatic: query.get("people") === "1",
      from: dayOf(query.get("from")),
      to: dayOf(query.get("to")),
    },
    chatId: idOf(query.get("chat")),
    messageId: idOf(query.get("m")),
    showsChats: query.get("list") === "1",
  };
}

/** The filters as a query, `""` when there are none. */
export function writeHubFilters(filters: HubFilters): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string) => value && query.set(name, value);
  put("q", filters.q);
  put("chats", filters.chatIds.join(","));
  put("person", filters.contactId ? String(filters.contactId) : "");
  put("roles", filters.roles.join(","));
  put("intents", filters.intents.join(","));
  put("moods", filters.sentiments.join(","));
  put("urgent", filters.urgent ? "1" : "");
  put("files", filters.hasFile ? "1" : "");
  put("people", filters.withoutAutomatic ? "1" : "");
  put("from", filters.from ?? "");
  put("to", filters.to ?? "");
  return query.toString().replaceAll("%2C", ",");
}

/** The address that shows this, to be shared. */
export function writeHubAddress({ filters, chatId, messageId, showsChats }: HubAddress): string {
  const parts = [
    writeHubFilters(filters),
    chatId && `chat=${chatId}`,
    chatId && messageId && `m=${messageId}`,
    showsChats && "list=1",
  ].filter(Boolean);
  return parts.length > 0 ? `/hub?${parts.join("&")}` : "/hub";
}

/** The filters as the server takes them; days begin where the reader is. */
export function toHubFilter(filters: HubFilters): HubFilter {
  const { q, chatIds, contactId, roles, intents, sentiments, from, to } = filters;
  const until = to ? new Date(`${to}T00:00`) : null;
  until?.setDate(until.getDate() + 1);
  return {
    ...(q.trim() && { q: q.trim() }),
    ...(chatIds.length > 0 && { chatIds }),
    ...(contactId && { contactId }),
    ...(roles.length > 0 && { roles }),
    ...(intents.length > 0 && { intents }),
    ...(sentiments.length > 0 && { sentiments }),
    ...(filters.urgent && { urgent: true }),
    ...(filters.hasFile && { hasFile: true }),
    ...(filters.withoutAutomatic && { excludeAutomatic: true }),
    ...(from && { since: new Date(`${from}T00:00`).toISOString() }),
    ...(until && { until: until.toISOString() }),
  };
}

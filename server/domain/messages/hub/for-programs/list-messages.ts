import { requireScope } from "@/server/domain/api-keys/require-scope";
import { contactByProviderId } from "@/server/domain/contacts/for-programs/contact-by-provider-id";
import { findContact } from "@/server/domain/contacts/for-programs/find-contact";
import { chatByProviderId } from "@/server/domain/messages/hub/for-programs/chat-by-provider-id";
import { type PeriodInput, readPeriod } from "@/server/domain/messages/hub/for-programs/read-period";
import type { HubFilter, HubPage, HubResults } from "@/server/domain/messages/hub/schema";
import { searchHub } from "@/server/domain/messages/hub/search-hub";
import type { ApiKeyActor } from "@/server/lib/actor";

/** `chatId` and `userId` are the provider's; `contact` is a contact's id of ours, or the provider's. */
export type MessagesQuery = PeriodInput &
  Omit<HubFilter, "chatIds" | "contactId" | "resourceId" | "since" | "until"> & {
    chatId?: string;
    userId?: string;
    resourceId?: number;
    contact?: string;
  };

const nothing: HubResults = { messages: [], total: 0, totalIsLowerBound: false, nextCursor: null };

/** A page of the workspace's messages for another program; of a chat or person nobody has seen there are none. Throws `forbidden`, `bad_input`, `not_found`. */
export async function listMessages(
  actor: ApiKeyActor,
  { chatId, userId, resourceId, contact, days, since, until, ...filter }: MessagesQuery,
  page: HubPage,
): Promise<HubResults> {
  requireScope(actor, "messages:read");
  const { workspaceId } = actor;
  const chat = chatId === undefined ? undefined : await chatByProviderId(workspaceId, { chatId, resourceId });
  const person =
    contact !== undefined
      ? await findContact(workspaceId, contact)
      : userId === undefined
        ? undefined
        : await contactByProviderId(workspaceId, { userId, resourceId });
  if (chat === null || person === null) return nothing;
  const period = await readPeriod(workspaceId, { days, since, until });
  return searchHub(
    actor,
    {
      ...filter,
      ...period,
      ...(chat ? { chatIds: [chat] } : { resourceId }),
      ...(person && { contactId: person.id }),
    },
    page,
    { waitForTotal: true },
  );
}

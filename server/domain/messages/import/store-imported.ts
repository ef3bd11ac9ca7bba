import { identifyContacts } from "@/server/domain/contacts/identify-contacts";
import { retagMessages } from "@/server/domain/contacts/roles/retag-messages";
import { storeHubMessages } from "@/server/domain/messages/hub/store-hub-messages";
import type {
  ImportedChat,
  ImportedMessage,
  ImportedPerson,
  ImportPlace,
} from "@/server/domain/messages/import/schema";
import type { Tx } from "@/server/lib/db";

/** Messages of one transaction: quick enough to be committed, many enough to be quick. */
export const importBatch = 500;

/** Stores messages with their chats and people; returns how many of them were new. */
export async function storeImported(
  tx: Tx,
  place: ImportPlace,
  messages: ImportedMessage[],
): Promise<number> {
  if (messages.length === 0) return 0;
  const people = messages.flatMap(({ chat, sender }) => [sender, chat.contact].filter((one) => one != null));
  const contactIds = await storePeople(tx, place, people);
  const chatIds = await storeChats(
    tx,
    place,
    messages.map(({ chat }) => chat),
    contactIds.ids,
  );
  const drafts = messages.flatMap(({ chat, sender, draft }) => {
    const chatId = chatIds.get(chat.externalId);
    const contactId = sender ? (contactIds.ids.get(sender.externalId) ?? null) : null;
    return chatId === undefined ? [] : [{ ...draft, chatId, contactId }];
  });
  const stored = await storeHubMessages(tx, place.workspaceId, drafts, { bulk: true });
  const added = stored.filter(({ isNew }) => isNew);
  await datePeople(tx, contactIds.added);
  const ids = new Map(added.map(({ id, chatId, externalId }) => [`${chatId}/${externalId}`, id]));
  const idOf = ({ chat, draft }: ImportedMessage) =>
    ids.get(`${chatIds.get(chat.externalId)}/${draft.externalId}`);
  await keepWhatWasKnown(tx, place, messages, idOf);
  return added.length;
}

/** Contacts by the provider's ids; `added` are those nobody knew before. */
export async function storePeople(
  tx: Tx,
  { workspaceId }: ImportPlace,
  people: ImportedPerson[],
): Promise<{ ids: Map<string, number>; added: number[] }> {
  const provider = "telegram";
  const externalIds = [...new Set(people.map(({ externalId }) => externalId))];
  const known = await tx.contact.findMany({
    where: { workspaceId, provider, externalId: { in: externalIds } },
    select: { id: true, externalId: true, role: true },
  });
  const before = new Set(known.map(({ externalId }) => externalId));
  const seen = people.map(({ role: _role, ...person }) => person);
  const ids = await identifyContacts(tx, workspaceId, provider, seen);
  for (const [role, theirs] of Map.groupBy(people, (person) => person.role)) {
    if (!role) continue;
    const changed = await tx.contact.updateManyAndReturn({
      where: {
        workspaceId,
        id: { in: theirs.flatMap(({ externalId }) => ids.get(externalId) ?? []) },
        roleByHand: false,
        role: { not: role },
      },
      data: { role, roleByHand: true, roleWithoutRights: false },
      select: { id: true },
    });
    // Who is new has no messages yet.
    const ofKnown = known.filter(({ id }) => changed.some((one) => one.id === id));
    await retagMessages(
      tx,
      workspaceId,
      ofKnown.map(({ id, role: before }) => ({ id, before })),
    );
  }
  return { ids, added: [...ids].flatMap(([externalId, id]) => (before.has(externalId) ? [] : [id])) };
}

/** Our ids of chats by the provider's; a known chat stays as it is called now. */
export async function storeChats(
  tx: Tx,
  { workspaceId, resourceId }: ImportPlace,
  chats: ImportedChat[],
  contactIds: Map<string, number>,
): Promise<Map<string, number>> {
  const each = [...new Map(chats.map((chat) => [chat.externalId, chat])).values()];
  await tx.chat.createMany({
    data: each.map(({ contact, ...chat }) => ({
      ...chat,
      workspaceId,
      resourceId,
      contactId: contact && contactIds.get(contact.externalId),
    })),
    skipDuplicates: true,
  });
  const rows = await tx.chat.findMany({
    where: { workspaceId, resourceId, externalId: { in: each.map(({ externalId }) => externalId) } },
    select: { id: true, externalId: true },
  });
  return new Map(rows.map(({ id, externalId }) => [externalId, id]));
}

/** Who comes by an import was seen when they wrote, not now. */
async function datePeople(tx: Tx, added: number[]): Promise<void> {
  if (added.length === 0) return;
  await tx.$executeRaw`
    update contacts set first_seen_at = first, last_seen_at = last
    from (select contact_id, min(sent_at) as first, max(sent_at) as last
      from hub_messages where contact_id = any(${added}) group by contact_id) seen
    where contacts.id = seen.contact_id`;
}

/** Transcripts and what the source understood; its word stands until a person's. */
async function keepWhatWasKnown(
  tx: Tx,
  { workspaceId }: ImportPlace,
  messages: ImportedMessage[],
  idOf: (message: ImportedMessage) => number | undefined,
): Promise<void> {
  const rows = messages.flatMap((message) => {
    const id = idOf(message);
    const { transcript, understood } = message;
    return id && (transcript || understood) ? [{ id, transcript: transcript || null, ...understood }] : [];
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
        id int, transcript text, intent "Intent", confidence real, sentiment "Sentiment", entities jsonb, urgent boolean,
        model text)
    ), kept as (
      insert into message_analyses (hub_message_id, workspace_id, intent, confidence, sentiment, entities, urgent,
        method, model)
      select id, ${workspaceId}, intent, confidence, sentiment, coalesce(entities, '{}'), urgent, 'model', model
      from given where intent is not null
      on conflict do nothing
    )
    update hub_messages set transcript = coalesce(given.transcript, hub_messages.transcript),
      intent = given.intent, intent_confidence = given.confidence, sentiment = given.sentiment,
      urgent = coalesce(given.urgent, false), analysed_at = case when given.intent is null then null else now() end,
      needs_analysis = given.intent is null and (needs_analysis or (given.transcript is not null and not is_automatic))
    from given where hub_messages.id = given.id`;
}

import type { Contact } from "@/prisma/generated/client";
import { removeApprovals } from "@/server/domain/approvals/remove-approvals";
import { updatePosts } from "@/server/domain/approvals/update-posts";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { DeleteContactInput } from "@/server/domain/contacts/schema";
import { removeConversations, removeFiles } from "@/server/domain/conversations/remove-conversations";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { forgetPerson } from "@/server/domain/meetings/forget-person";
import { removeHubMessages } from "@/server/domain/messages/hub/remove-hub-messages";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { escapeLike } from "@/server/lib/escape-like";
import { storage } from "@/server/storage/chosen-storage";

/**
 * Removes a person with everything about them: conversations, messages (in groups too), files with their bytes, chats,
 * what was proposed to write to them, leads, invitations to meetings, stored updates, outgoing events.
 * The audit log keeps their number alone; who writes again is a new contact. `confirm` must be their name as shown.
 * Throws `forbidden`, `not_found` (also for who is gone already).
 */
export async function deleteContact(
  actor: MemberActor,
  { contactId, confirm }: DeleteContactInput,
): Promise<{ ok: true } | { ok: false; reason: "confirm" }> {
  requirePermission(actor, "contacts.delete");
  const keys = await transaction(async (tx) => {
    // Who writes at this moment waits here, and is a new contact afterwards.
    await tx.$queryRaw`select 1 from contacts where id = ${contactId} for update`;
    const contact = await tx.contact.findFirst({ where: { id: contactId, workspaceId: actor.workspaceId } });
    if (!contact) throw new AppError("not_found", "contact", "There is no such contact.");
    if (displayName(contact).trim() !== confirm.trim()) return null;
    const removed = await removeAll(tx, contact);
    const target = { id: contactId, name: `#${contactId}` };
    await recordAudit(tx, actor, { action: "contact.deleted", target });
    return removed;
  });
  if (!keys) return { ok: false, reason: "confirm" };
  await storage.delete(keys);
  return { ok: true };
}

async function removeAll(tx: Tx, contact: Contact): Promise<string[]> {
  const { id, workspaceId } = contact;
  const conversations = await tx.$queryRaw<{ id: number }[]>`
    select id from conversations where contact_id = ${id} order by id for update`;
  const ids = conversations.map((conversation) => conversation.id);
  await removeUpdates(tx, contact, ids);
  await forgetName(tx, contact, ids);
  const keys = await removeConversations(tx, ids);
  const inGroups = await removeHubMessages(tx, {
    workspaceId,
    OR: [{ contactId: id }, { chat: { type: "private", contactId: id } }],
  });
  await tx.hubMessage.updateMany({
    where: { workspaceId, forwardedFrom: displayName(contact) },
    data: { forwardedFrom: null },
  });
  const sent = await tx.file.findMany({ where: { workspaceId, contactId: id }, select: { id: true } });
  const strayKeys = await removeFiles(
    tx,
    sent.map((file) => file.id),
  );
  await tx.$executeRaw`
    delete from webhook_deliveries
    where workspace_id = ${workspaceId} and payload #>> '{data,contact,id}' = ${String(id)}`;
  await removeProposals(tx, contact);
  await tx.chat.deleteMany({ where: { contactId: id, type: "private" } });
  await tx.lead.deleteMany({ where: { contactId: id } });
  await forgetPerson(tx, workspaceId, id);
  await tx.contact.delete({ where: { id } });
  return [...keys, ...inGroups.keys, ...strayKeys];
}

/** What was proposed to write to them; a batch they were a part of is shown without them. */
async function removeProposals(tx: Tx, { id, workspaceId }: Contact): Promise<void> {
  const theirs = { workspaceId, chat: { type: "private", contactId: id } } as const;
  const others = await tx.approval.findMany({
    where: {
      batch: { approvals: { some: theirs } },
      NOT: { chat: { type: "private", contactId: id } },
    },
    select: { id: true },
  });
  await removeApprovals(tx, theirs);
  await updatePosts(
    tx,
    others.map((other) => other.id),
  );
}

/** Stored updates of their chats and topics, and whatever else names them. */
async function removeUpdates(tx: Tx, contact: Contact, conversationIds: number[]): Promise<void> {
  const { workspaceId, provider, externalId } = contact;
  const topics = await tx.topic.findMany({
    where: { conversationId: { in: conversationIds }, externalId: { not: null } },
    include: { chat: true },
  });
  const chats = await tx.chat.findMany({ where: { contactId: contact.id, type: "private" } });
  // Their topics may stand with another resource than their chats.
  const places = [
    ...chats.map((chat) => ({ resourceId: chat.resourceId, lane: chat.externalId })),
    ...topics.map(({ chat, ...topic }) => ({
      resourceId: chat.resourceId,
      lane: `${chat.externalId}/${topic.externalId}`,
    })),
  ];
  const number = /^\d{1,15}$/.test(externalId) ? Number(externalId) : null;
  const known = JSON.stringify({ text: externalId, number });
  await tx.$executeRaw`
    delete from inbound_updates using resources
    where resources.id = inbound_updates.resource_id and resources.workspace_id = ${workspaceId}
      and ((resource_id, lane) in (
          select * from unnest(${places.map((place) => place.resourceId)}::int[], ${places.map((place) => place.lane)}::text[])
        ) or resources.provider = ${provider} and (lane = ${externalId} or jsonb_path_exists(
          payload, '$.**.id ? (@ == $text || ($number != null && @ == $number))', ${known}::jsonb)))`;
}

/** Their name where rows outlive them: audit entries, alerts, steps of other leads, the hints of a group. */
async function forgetName(tx: Tx, contact: Contact, conversationIds: number[]): Promise<void> {
  const { id, workspaceId, externalId } = contact;
  const name = displayName(contact);
  await tx.auditEntry.updateMany({
    where: { workspaceId, action: { startsWith: "conversation." }, targetId: { in: conversationIds } },
    data: { targetName: `#${id}` },
  });
  // Conversations that were not kept so long, and their chat as the hub's owner named it.
  await tx.$executeRaw`
    update audit_entries set target_name = ${`#${id}`}
    where workspace_id = ${workspaceId} and (
      (action like 'conversation.%' and target_name = ${name} || ' · #' || target_id
        and not exists (select from conversations where conversations.id = target_id))
      or (action in ('hub.chat_ignored', 'hub.chat_watched')
        and target_id in (select chats.id from chats where chats.contact_id = ${id} and chats.type = 'private')))`;
  await tx.$executeRaw`
    update lead_steps set details = (
      select jsonb_object_agg(key, case when value = to_jsonb(${name}::text) then to_jsonb(${`#${id}`}::text) else value end)
      from jsonb_each(details))
    from leads
    where leads.id = lead_steps.lead_id and leads.workspace_id = ${workspaceId}
      and lead_steps.kind in ('merged', 'separated')
      and ${name}::text in (lead_steps.details ->> 'contact', lead_steps.details ->> 'into')`;
  await tx.alert.deleteMany({ where: { workspaceId, detail: { contains: escapeLike(name) } } });
  await tx.$executeRaw`
    update chats set hinted_external_ids = array_remove(hinted_external_ids, ${externalId})
    where workspace_id = ${workspaceId} and ${externalId} = any(hinted_external_ids)`;
}

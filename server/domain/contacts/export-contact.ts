import type { Contact } from "@/prisma/generated/client";
import { exportApprovals } from "@/server/domain/approvals/export-approvals";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { exportConversations } from "@/server/domain/conversations/export-conversations";
import { exportFiles, filesFit } from "@/server/domain/files/export-files";
import { listAllLeads } from "@/server/domain/leads/list-all-leads";
import { exportMeetings } from "@/server/domain/meetings/export-meetings";
import { exportHubMessages } from "@/server/domain/messages/hub/export-hub-messages";
import { jsonEntry, jsonListEntry } from "@/server/domain/workspaces/json-entry";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { type ZipEntry, zipStream } from "@/server/lib/zip-stream";

/** Everything kept about a person, as a ZIP archive of JSON and their files. Throws `forbidden`, `not_found`. */
export async function exportContact(
  actor: MemberActor,
  { contactId }: { contactId: number },
): Promise<{ fileName: string; bytes: AsyncGenerator<Uint8Array> }> {
  requirePermission(actor, "contacts.export");
  const contact = await transaction(async (tx) => {
    const found = await tx.contact.findFirst({ where: { id: contactId, workspaceId: actor.workspaceId } });
    if (!found) throw new AppError("not_found", "contact", "There is no such contact.");
    const target = { id: contactId, name: `#${contactId}` };
    await recordAudit(tx, actor, { action: "contact.exported", target });
    return found;
  });
  return { fileName: `contact-${contactId}.zip`, bytes: zipStream(entriesOf(contact)) };
}

async function* entriesOf({ workspaceId, ...contact }: Contact): AsyncGenerator<ZipEntry> {
  const contactId = contact.id;
  const chats = await db.chat.findMany({
    where: { workspaceId, contactId },
    select: {
      externalId: true,
      type: true,
      title: true,
      createdAt: true,
      resource: { select: { name: true } },
    },
  });
  const theirs = {
    workspaceId,
    OR: [
      { contactId },
      { attachments: { some: { message: { conversation: { contactId } } } } },
      { attachments: { some: { hubMessage: { contactId } } } },
    ],
  };
  const withFiles = await filesFit(theirs);
  yield jsonEntry("contact.json", { exportedAt: clock.now(), contact, chats, withFiles });
  yield jsonListEntry("conversations.json", exportConversations({ workspaceId, contactId }));
  yield jsonListEntry("group-messages.json", exportHubMessages({ workspaceId, contactId }));
  yield jsonListEntry("leads.json", listAllLeads({ workspaceId, contactId }));
  yield jsonListEntry("meetings.json", exportMeetings({ workspaceId, contactId }));
  yield jsonListEntry(
    "proposals.json",
    exportApprovals({ workspaceId, chat: { type: "private", contactId } }),
  );
  if (withFiles) yield* exportFiles(theirs);
}

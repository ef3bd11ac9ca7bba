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
import { type ZipEntry, zipStream } from "@/server/lib/zip-stream";

const batchSize = 500;

/**
 * Everything of the workspace but its secrets, as a ZIP archive of JSON and files; files are left out, and the archive
 * says so, where they are too large for one. Throws `forbidden` for who is no owner.
 */
export async function exportWorkspace(
  actor: MemberActor,
): Promise<{ fileName: string; bytes: AsyncGenerator<Uint8Array> }> {
  requirePermission(actor, "workspace.export");
  await transaction((tx) => recordAudit(tx, actor, { action: "workspace.exported" }));
  const day = clock.now().toISOString().slice(0, 10);
  return { fileName: `workspace-${day}.zip`, bytes: zipStream(entriesOf(actor.workspaceId)) };
}

async function* entriesOf(workspaceId: number): AsyncGenerator<ZipEntry> {
  const { members, resources, apiKeys, aiSettings, ...workspace } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    include: {
      members: { include: { user: { select: { name: true, email: true } }, identities: true } },
      resources: {
        select: { id: true, provider: true, name: true, state: true, settings: true, account: true },
      },
      apiKeys: { select: { name: true, prefix: true, scopes: true, createdAt: true, expiresAt: true } },
      aiSettings: { select: { mode: true, baseUrl: true, model: true, monthlyBudgetMicros: true } },
    },
  });
  const withFiles = await filesFit({ workspaceId });
  yield jsonEntry("workspace.json", { exportedAt: clock.now(), withFiles, workspace, aiSettings });
  yield jsonEntry(
    "members.json",
    members.map(({ user, role, createdAt, identities }) => ({
      ...user,
      role,
      since: createdAt,
      accounts: identities.map(({ provider, externalId, name }) => ({ provider, externalId, name })),
    })),
  );
  yield jsonEntry("resources.json", resources);
  yield jsonEntry("api-keys.json", apiKeys);
  const page = (last: number) => ({
    where: { workspaceId, id: { gt: last } },
    orderBy: { id: "asc" as const },
    take: batchSize,
  });
  yield jsonListEntry(
    "contacts.json",
    inPages((last) => db.contact.findMany(page(last))),
  );
  yield jsonListEntry("conversations.json", exportConversations({ workspaceId }));
  yield jsonListEntry("group-messages.json", exportHubMessages({ workspaceId }));
  yield jsonListEntry("leads.json", listAllLeads({ workspaceId }));
  yield jsonListEntry("meetings.json", exportMeetings({ workspaceId }));
  yield jsonListEntry(
    "meeting-people.json",
    inPages((last) => db.meetingPerson.findMany(page(last))),
  );
  yield jsonListEntry("proposals.json", exportApprovals({ workspaceId }));
  yield jsonEntry("rules.json", {
    patterns: await db.intentPattern.findMany({ where: { workspaceId }, orderBy: { id: "asc" } }),
    roles: await db.roleRule.findMany({ where: { workspaceId }, orderBy: { id: "asc" } }),
    approvals: await db.approvalPolicy.findMany({ where: { workspaceId } }),
    meetingTexts: await db.meetingText.findMany({ where: { workspaceId } }),
  });
  yield jsonListEntry(
    "knowledge.json",
    inPages((last) => db.knowledgeSource.findMany(page(last))),
  );
  yield jsonListEntry(
    "audit.json",
    inPages((last) => db.auditEntry.findMany(page(last))),
  );
  if (withFiles) yield* exportFiles({ workspaceId });
}

async function* inPages<Row extends { id: number }>(
  read: (last: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let last = 0; ; ) {
    const rows = await read(last);
    yield* rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1)?.id ?? last;
  }
}

import { randomUUID } from "node:crypto";
import { hashApiKey } from "@/server/domain/api-keys/key-format";
import { seal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";

/** Stands in every text of the foreign workspace: wherever it turns up, something leaked. */
export const MARK = `foreign-${randomUUID()}`;

export type Foreign = Awaited<ReturnType<typeof createForeignWorkspace>>;

/** Another company's workspace with one of everything, and the ids by which a stranger might try to reach it. */
export async function createForeignWorkspace() {
  const { id: workspaceId } = await db.workspace.create({ data: { name: `${MARK} firm` } });
  const user = await db.user.create({ data: { email: `${MARK}@example.com`, name: `${MARK} owner` } });
  await db.member.create({ data: { workspaceId, userId: user.id, role: "owner" } });
  const colleague = await db.user.create({
    data: { email: `second-${MARK}@example.com`, name: `${MARK} manager` },
  });
  await db.member.create({ data: { workspaceId, userId: colleague.id, role: "manager" } });
  const session = await db.userSession.create({
    data: { userId: user.id, expiresAt: new Date(Date.now() + 3_600_000), userAgent: MARK },
  });
  const resource = await db.resource.create({
    data: {
      workspaceId,
      provider: "telegram",
      name: MARK,
      credentials: MARK,
      accountKey: MARK,
      state: "paused",
    },
  });
  const credentials = { token: `1:${MARK}` };
  await db.resource.update({
    where: { id: resource.id },
    data: { credentials: seal(JSON.stringify(credentials), `${workspaceId}:${resource.id}`) },
  });
  await db.resourceEvent.create({ data: { resourceId: resource.id, type: "paused", detail: MARK } });
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: MARK, firstName: MARK },
  });
  const chat = await db.chat.create({
    data: {
      workspaceId,
      resourceId: resource.id,
      externalId: MARK,
      type: "private",
      title: MARK,
      contactId: contact.id,
    },
  });
  const conversation = await db.conversation.create({
    data: {
      workspaceId,
      resourceId: resource.id,
      contactId: contact.id,
      state: "waiting",
      summary: MARK,
      lastSeq: 1,
      revision: 1,
      unansweredSince: new Date(),
      waitingSince: new Date(),
    },
  });
  const message = await db.message.create({
    data: {
      workspaceId,
      conversationId: conversation.id,
      seq: 1,
      author: "customer",
      origin: "bot",
      text: `${MARK} deposit`,
      contactId: contact.id,
    },
  });
  await db.conversationChange.create({
    data: {
      conversationId: conversation.id,
      workspaceId,
      revision: 1,
      type: "message",
      messageId: message.id,
    },
  });
  await db.delivery.create({
    data: {
      workspaceId,
      resourceId: resource.id,
      chatId: chat.id,
      messageId: message.id,
      act: { text: MARK },
      dedupeKey: MARK,
      state: "failed",
      errorDetail: MARK,
    },
  });
  const text = `The deposit of ${MARK} is 100 euros.`;
  const source = await db.knowledgeSource.create({
    data: { workspaceId, title: MARK, language: "en", text, contentHash: MARK },
  });
  await db.passage.create({
    data: { workspaceId, sourceId: source.id, position: 0, heading: [MARK], text, language: "en" },
  });
  const apiKey = await db.apiKey.create({
    data: {
      workspaceId,
      name: MARK,
      prefix: "ac_foreign",
      keyHash: hashApiKey(MARK),
      scopes: ["bot:control"],
    },
  });
  const invitation = await db.invitation.create({
    data: {
      workspaceId,
      role: "admin",
      tokenHash: MARK,
      email: `${MARK}@example.org`,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await db.alert.create({ data: { workspaceId, code: "model_failed", detail: MARK } });
  await db.auditEntry.create({
    data: {
      workspaceId,
      actorKind: "system",
      actorName: MARK,
      action: "workspace.created",
      targetName: MARK,
    },
  });
  await db.modelUsage.create({
    data: { workspaceId, purpose: "answer", model: MARK, durationMs: 1, outcome: "ok" },
  });
  const webhook = await db.webhookDelivery.create({
    data: {
      workspaceId,
      resourceId: resource.id,
      event: "message.created",
      dedupeKey: MARK,
      payload: { text: MARK },
      state: "failed",
    },
  });
  const hubMessage = await db.hubMessage.create({
    data: { workspaceId, chatId: chat.id, contactId: contact.id, text: MARK, sentAt: new Date() },
  });
  const recording = await db.attachment.create({
    data: {
      kind: "voice",
      state: "ready",
      hubMessageId: hubMessage.id,
      transcription: { create: { workspaceId, state: "failed", errorDetail: MARK } },
    },
  });
  const roleRule = await db.roleRule.create({
    data: { workspaceId, kind: "name", pattern: MARK, role: "manager" },
  });
  const pattern = await db.intentPattern.create({
    data: { workspaceId, name: MARK, intent: "order", pattern: MARK },
  });
  const batch = await db.approvalBatch.create({ data: { workspaceId, name: MARK } });
  const approval = await db.approval.create({
    data: {
      workspaceId,
      chatId: chat.id,
      batchId: batch.id,
      text: MARK,
      source: "environment-key",
      sourceName: MARK,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  await db.mail.create({ data: { workspaceId, to: MARK, subject: MARK, text: MARK } });
  const lead = await db.lead.create({
    data: {
      workspaceId,
      name: MARK,
      source: "manual",
      contactId: contact.id,
      steps: { create: { kind: "note", text: MARK, actorName: MARK } },
    },
  });
  const meeting = await db.meeting.create({
    data: {
      workspaceId,
      topic: MARK,
      startsAt: new Date(Date.now() + 86_400_000),
      timeZone: "UTC",
      calendarUid: MARK,
      invitees: {
        create: { person: { create: { workspaceId, fullName: MARK, email: `${MARK}@example.net` } } },
      },
    },
    include: { invitees: true },
  });
  const [invitee] = meeting.invitees;
  return {
    meetingId: meeting.id,
    inviteeId: invitee?.id ?? 0,
    personId: invitee?.personId ?? 0,
    workspaceId,
    workspaceName: `${MARK} firm`,
    userId: user.id,
    colleagueId: colleague.id,
    sessionId: session.id,
    resourceId: resource.id,
    contactId: contact.id,
    chatId: chat.id,
    conversationId: conversation.id,
    messageId: message.id,
    hubMessageId: hubMessage.id,
    attachmentId: recording.id,
    patternId: pattern.id,
    leadId: lead.id,
    roleRuleId: roleRule.id,
    batchId: batch.id,
    approvalId: approval.id,
    sourceId: source.id,
    apiKeyId: apiKey.id,
    invitationId: invitation.id,
    webhookDeliveryId: webhook.id,
  };
}

/** How rows of other tables hang on the workspace, nearest first. */
const owners = [
  ["workspace_id", "workspaceId"],
  ["conversation_id", "conversationId"],
  ["resource_id", "resourceId"],
  ["message_id", "messageId"],
  ["chat_id", "chatId"],
  ["source_id", "sourceId"],
  ["contact_id", "contactId"],
  ["user_id", "userId"],
  ["meeting_id", "meetingId"],
  ["person_id", "personId"],
] as const;

type Table = { name: string; columns: string[] };
let tables: Promise<Table[]> | undefined;

function allTables(): Promise<Table[]> {
  tables ??= db.$queryRaw<Table[]>`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' group by 1`;
  return tables;
}

/** Every row that is the foreign workspace's, as one text by table: what nobody else may change. */
export async function foreignRows(foreign: Foreign): Promise<Record<string, string>> {
  const reads = (await allTables()).flatMap(({ name, columns }) => {
    const owner = owners.find(([column]) => columns.includes(column));
    const where =
      name === "workspaces"
        ? `id = ${foreign.workspaceId}`
        : name === "users"
          ? `id in (${foreign.userId}, ${foreign.colleagueId})`
          : owner && `${owner[0]} = ${foreign[owner[1]]}`;
    if (!where) return [];
    return `select '${name}' as name, string_agg(t::text, E'\n' order by t::text) as text from "${name}" t where ${where}`;
  });
  const rows = await db.$queryRawUnsafe<{ name: string; text: string | null }[]>(reads.join(" union all "));
  return Object.fromEntries(rows.map(({ name, text }) => [name, text ?? ""]));
}

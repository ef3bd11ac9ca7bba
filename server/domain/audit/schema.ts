import { z } from "zod";

/** Everything the audit log knows of, `<noun>.<verb>`; the pages put each into words (Audit.action.*). */
export const AUDIT_ACTIONS = [
  "account.logged_in",
  "workspace.created",
  "workspace.claimed",
  "workspace.renamed",
  "workspace.transferred",
  "workspace.exported",
  "workspace.retention_changed",
  "support.changed",
  "member.invited",
  "member.joined",
  "member.role_changed",
  "member.removed",
  "member.left",
  "member.linked",
  "member.unlinked",
  "invitation.revoked",
  "resource.added",
  "resource.changed",
  "resource.activated",
  "resource.paused",
  "resource.removed",
  "resource.tested",
  "webhook.redelivered",
  "call.created",
  "call.deleted",
  "meeting.created",
  "meeting.changed",
  "meeting.moved",
  "meeting.cancelled",
  "meeting.invitees_added",
  "meeting.invitee_changed",
  "meeting.invitee_removed",
  "meeting.answer_recorded",
  "meeting.person_changed",
  "meeting.person_removed",
  "meeting.text_changed",
  "meeting.exported",
  "bot.started",
  "bot.stopped",
  "ai.changed",
  "ai.key_deleted",
  "ai.budget_changed",
  "api_key.created",
  "api_key.changed",
  "api_key.revoked",
  "knowledge.added",
  "knowledge.changed",
  "knowledge.enabled",
  "knowledge.disabled",
  "knowledge.removed",
  "knowledge.reindexed",
  "conversation.taken",
  "conversation.returned",
  "conversation.closed",
  "contact.exported",
  "contact.deleted",
  "hub.settings_changed",
  "hub.patterns_changed",
  "hub.role_rules_changed",
  "hub.chat_ignored",
  "hub.chat_watched",
  "hub.reclassified",
  "hub.analysis_corrected",
  "hub.imported",
  "contact.role_changed",
  "contact.merged",
  "contact.unmerged",
  "approval.proposed",
  "approval.edited",
  "approval.approved",
  "approval.rejected",
  "approval.policy_changed",
  "lead.created",
  "lead.changed",
  "lead.deleted",
  "lead.imported",
  "lead.exported",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Which entries to show: newest first, below `cursor`. Days are inclusive, in the workspace's time zone. */
export const listAuditInput = z.object({
  actions: z.array(z.enum(AUDIT_ACTIONS)).max(AUDIT_ACTIONS.length).default([]),
  search: z.string().trim().max(100).default(""),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1)
    .optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

/** An entry as the page shows it. `at` is ISO 8601 with zone. */
export type AuditEntryView = {
  id: number;
  at: string;
  actorKind: string;
  actorName: string;
  action: string;
  targetName: string | null;
  details: Record<string, unknown>;
  ip: string | null;
  userAgent: string | null;
};

import type { Client } from "pg";
import { type OlderTable, olderTable } from "@/server/domain/messages/import/older-hub/older-table";

/** What each column may be called, the likeliest first; docs/import.md lists them for people. */
const COLUMNS = {
  user_roles: {
    user: ["user_id", "telegram_id", "telegram_user_id"],
    name: ["name", "role", "role_name", "code", "title"],
  },
  users: {
    telegramId: ["telegram_id", "telegram_user_id", "tg_id", "user_id"],
    username: ["username", "user_name", "login"],
    firstName: ["first_name", "name", "full_name", "display_name"],
    lastName: ["last_name", "surname"],
    language: ["language_code", "language"],
    role: ["role_id", "role", "user_role", "role_name"],
    isManager: ["is_manager", "is_staff"],
    isBot: ["is_bot"],
  },
  chats: {
    telegramId: ["telegram_id", "telegram_chat_id", "tg_id", "chat_id"],
    title: ["title", "name", "chat_name", "chat_title"],
    type: ["type", "chat_type"],
  },
  messages: {
    telegramId: ["telegram_message_id", "tg_message_id", "message_id", "external_id"],
    chat: ["chat_id", "telegram_chat_id"],
    user: ["user_id", "sender_id", "from_user_id", "author_id", "telegram_user_id"],
    text: ["text", "message_text", "content", "body", "message"],
    type: ["message_type", "content_type", "type", "media_type"],
    sentAt: ["timestamp", "sent_at", "date", "message_date", "created_at"],
    editedAt: ["edited_at", "edit_date"],
    replyTo: ["reply_to_message_id", "reply_to_id", "reply_to"],
    isAutomatic: ["is_automatic", "automatic", "is_broadcast"],
    isForwarded: ["is_forwarded", "is_forward"],
    forwardedFrom: ["forwarded_from", "forward_from", "forward_from_name"],
    transcript: ["transcript", "transcription", "voice_text", "stt_text"],
  },
  message_analysis: {
    message: ["message_id"],
    intent: ["intent", "intent_type", "category"],
    confidence: ["confidence", "intent_confidence", "score"],
    sentiment: ["sentiment"],
    entities: ["entities", "extracted_entities"],
    urgent: ["is_urgent", "urgent", "requires_attention"],
    model: ["model", "model_name", "llm_model", "model_used"],
  },
  message_patterns: {
    name: ["name", "pattern_name", "title"],
    pattern: ["pattern", "regex", "keywords", "pattern_text", "value", "text"],
    regex: ["regex"],
    intent: ["intent", "intent_type", "category", "pattern_type", "type"],
    isRegex: ["is_regex", "use_regex"],
    priority: ["priority", "weight"],
    enabled: ["is_active", "enabled", "active"],
    urgent: ["is_urgent", "urgent"],
  },
  pending_responses: {
    chat: ["chat_id", "telegram_chat_id"],
    text: ["response_text", "text", "message_text", "message", "content"],
    status: ["status", "state"],
    context: ["context", "metadata", "meta"],
    createdAt: ["created_at", "timestamp"],
    decidedAt: ["decided_at", "approved_at", "reviewed_at", "processed_at", "updated_at"],
    decidedBy: ["decided_by", "approved_by", "reviewed_by", "processed_by"],
    reason: ["rejection_reason", "reason", "reject_reason", "error", "error_message"],
    sentAt: ["sent_at"],
  },
} as const;

type Tables = typeof COLUMNS;
export type OlderTables = {
  [Name in keyof Tables]: OlderTable<Extract<keyof Tables[Name], string>> | null;
};

/** The older hub's tables as far as they exist. */
export async function olderTables(client: Client): Promise<OlderTables> {
  const opened: Partial<Record<keyof Tables, unknown>> = {};
  for (const [name, meanings] of Object.entries(COLUMNS)) {
    const columns = Object.fromEntries(Object.entries(meanings).map(([key, names]) => [key, [...names]]));
    opened[name as keyof Tables] = await olderTable(client, name, columns);
  }
  // Each name has its table, with the meanings listed above under it.
  return opened as OlderTables;
}

/** A tool for agents: a request of the API under a name, told anew where its description would mislead. */
export type ToolSource = {
  name: string;
  method: "get" | "post" | "put";
  path: string;
  description?: string;
  /** Input that this tool cannot do without, though the request can. */
  required?: string[];
};

/**
 * Everything agents may do; who has a scope for the request has it for the tool. Deciding on proposals and giving
 * people roles, from which rights in the managers' group follow, are not among them: a customer's words may steer an agent.
 */
export const TOOLS: ToolSource[] = [
  { name: "list_messages", method: "get", path: "/messages" },
  {
    name: "search",
    method: "get",
    path: "/messages",
    required: ["q"],
    description:
      "Finds messages by their words (`q`), in any form, in Russian and English. Scope `messages:read`.",
  },
  { name: "get_message", method: "get", path: "/messages/{id}" },
  { name: "get_message_context", method: "get", path: "/messages/{id}/context" },
  { name: "count_messages_by_role", method: "get", path: "/messages/stats/by-role" },
  { name: "list_clients", method: "get", path: "/clients" },
  { name: "list_client_messages", method: "get", path: "/clients/{id}/messages" },
  { name: "list_users", method: "get", path: "/users" },
  { name: "get_user", method: "get", path: "/users/{id}" },
  { name: "get_user_statistics", method: "get", path: "/users/{id}/statistics" },
  { name: "count_active_clients", method: "get", path: "/clients/stats/active" },
  { name: "list_chats", method: "get", path: "/chats" },
  { name: "list_chat_participants", method: "get", path: "/chats/{id}/participants" },
  { name: "get_intents", method: "get", path: "/intents" },
  { name: "get_daily_intents", method: "get", path: "/intents/daily" },
  { name: "list_urgent", method: "get", path: "/intents/urgent" },
  { name: "list_conversations", method: "get", path: "/conversations" },
  { name: "get_conversation", method: "get", path: "/conversations/{id}" },
  { name: "propose_message", method: "post", path: "/send" },
  { name: "propose_batch", method: "post", path: "/send/batch" },
  { name: "list_pending", method: "get", path: "/sandbox/pending" },
  { name: "list_batches", method: "get", path: "/sandbox/batches" },
  { name: "get_batch", method: "get", path: "/sandbox/batch/{id}" },
  { name: "list_leads", method: "get", path: "/leads" },
  { name: "get_lead", method: "get", path: "/leads/{id}" },
  { name: "create_lead", method: "post", path: "/leads" },
  { name: "change_lead", method: "put", path: "/leads/{id}" },
  { name: "list_meetings", method: "get", path: "/meetings" },
  { name: "get_meeting", method: "get", path: "/meetings/{id}" },
  { name: "list_invitees", method: "get", path: "/meetings/{id}/invitees" },
  { name: "get_metrics", method: "get", path: "/analytics/metrics" },
  { name: "list_unanswered", method: "get", path: "/analytics/unanswered" },
];

import { appUrl } from "@/server/lib/env";
import { REQUESTS_A_MINUTE } from "@/server/rest/routes/v1/api-key-gate";

/** How a program proves itself, for the API's description. */
export const apiKeyScheme = {
  type: "apiKey",
  in: "header",
  name: "X-API-Key",
  description: "Made in Settings → API keys; `Authorization: Bearer <key>` is taken too.",
} as const;

/** What the API's description says before its paths. */
export const aboutApi = {
  openapi: "3.1.0",
  info: {
    title: "AssistChat API",
    version: "1",
    license: { name: "AGPL-3.0-only", identifier: "AGPL-3.0-only" },
    description: [
      "For other programs: a CRM, a script, an agent. They read messages, clients, intents and leads, and propose messages that people approve.",
      `Make a key in Settings → API keys and send it as \`X-API-Key\` or \`Authorization: Bearer\`. Each request asks for the scope that its description names. A key may send ${REQUESTS_A_MINUTE} requests a minute; the headers \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (seconds) tell what is left.`,
      "Ids: every `id` is ours, a number. `chat_id` and `user_id` are the provider's own: numbers on Telegram, text on KChat. `resource_id` names the bot where several know one chat; left out, the only one is meant. Moments are ISO 8601 with a zone.",
      'Failures are `{"error": {"code", "message", "details"?}, "detail": message}`: `code` is for programs and stays, `message` is for people.',
      "Send an `Idempotency-Key` with a POST and it is carried out once: asked again within 24 hours it gets the first answer, with the header `Idempotent-Replayed: true`. Another body under the same key is refused with 422. Refusals are not kept.",
      "Agents reach the same by the Model Context Protocol at `POST /mcp` (streamable HTTP, the same key).",
    ].join("\n\n"),
  },
  servers: [{ url: `${appUrl}/api/v1` }],
  tags: [
    { name: "Messages", description: "What was said in every chat, by whom, and what it means." },
    { name: "Clients", description: "People who write to the company." },
    { name: "Users", description: "Everybody seen on a channel: clients, staff and bots." },
    { name: "Chats", description: "Private chats, groups and channels." },
    { name: "Intents", description: "What messages want, how they sound, and which cannot wait." },
    { name: "Conversations", description: "Support cases between a client and the company." },
    { name: "Proposals", description: "Messages that programs propose and people approve." },
    { name: "Leads", description: "People who may become customers." },
    { name: "Meetings", description: "Meetings, who is invited and whether they come." },
    { name: "Analytics", description: "Figures of the support." },
    { name: "Agents", description: "The same for agents." },
    { name: "Bot", description: "The workspace's bot and the accounts under it." },
  ],
};

// Made by npm run api:types; do not edit.

export interface paths {
    "/bot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the workspace's bot
         * @description Scope `bot:read`.
         */
        get: operations["getBot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bot/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the bot
         * @description Scope `bot:control`. What waited is sent, who waited is answered. A bot that runs stays as it is.
         */
        post: operations["startBot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bot/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop the bot
         * @description Scope `bot:control`. No resource listens, nothing is answered or sent; nothing is lost. A stopped bot stays as it is.
         */
        post: operations["stopBot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a period
         * @description Scope `analytics:read`. Volume, times, outcomes, ratings, intents, managers' load and cost.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Questions that the assistant left to people
         * @description Scope `analytics:read`. Counted by reason; the newest 200 in words.
         */
        get: operations["listUnanswered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a file
         * @description Scope `analytics:read`. `json` holds everything, `csv` a line a day, `xlsx` totals, days and managers.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chats
         * @description Scope `messages:read`. The newest words first.
         */
        get: operations["listChats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chats/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One chat
         * @description Scope `messages:read`.
         */
        get: operations["getChat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/chats/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was seen in a chat
         * @description Scopes `messages:read` and `contacts:read`. Last seen first; the moments are of this chat.
         */
        get: operations["listChatParticipants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clients
         * @description Scope `contacts:read`. Last seen first; staff and bots are under `/users`.
         */
        get: operations["listClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/stats/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many clients wrote
         * @description Scope `contacts:read`. Without people who are left out of figures.
         */
        get: operations["countActiveClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client
         * @description Scope `contacts:read`.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a client wrote
         * @description Scope `messages:read`. Newest first, in every chat, narrowed like `/messages`.
         */
        get: operations["listClientMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations
         * @description Scope `conversations:read`. The newest words first.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation with what was said
         * @description Scope `conversations:read`. Oldest first; managers' private notes are left out.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What messages want and how they sound
         * @description Scope `messages:read`. Of understood messages, without people who are left out of figures.
         */
        get: operations["getIntents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intents/daily": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Intents by day
         * @description Scope `messages:read`. Today and the days before it in the workspace's time zone; a day and intent without messages is left out.
         */
        get: operations["getDailyIntents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intents/urgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages that cannot wait
         * @description Scope `messages:read`. Newest first.
         */
        get: operations["listUrgentMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leads
         * @description Scope `leads:read`. The newest changes first.
         */
        get: operations["listLeads"];
        put?: never;
        /**
         * Make a lead
         * @description Scope `leads:write`. Phone and e-mail are checked and normalised. Send an `Idempotency-Key`.
         */
        post: operations["createLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One lead
         * @description Scope `leads:read`.
         */
        get: operations["getLead"];
        /**
         * Change a lead
         * @description Scope `leads:write`. What is missing stays as it is; null empties.
         */
        put: operations["changeLead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Model Context Protocol
         * @description The requests of this API as tools, by the key's scopes: streamable HTTP without sessions, answers are JSON. Tools read and propose; people approve.
         */
        post: operations["callMcp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages
         * @description Scope `messages:read`. Newest first, everything given must hold. A chat or person nobody has seen has none. Follow `pagination.next_cursor` from page to page: what arrives meanwhile shifts nothing.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/stats/total": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many messages
         * @description Scope `messages:read`. Without people who are left out of figures.
         */
        get: operations["countMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/stats/by-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many messages by role
         * @description Scope `messages:read`. Without people who are left out of figures.
         */
        get: operations["countMessagesByRole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message
         * @description Scope `messages:read`. With who said it and how it was understood.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was said around a message
         * @description Scope `messages:read`. In the same chat, oldest first.
         */
        get: operations["getMessageContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proposals that wait for a decision
         * @description Scope `approvals:decide`; with `approvals:propose` alone the key's own. The newest first, at most 1,000.
         */
        get: operations["listPending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batches and how their messages fare
         * @description Scope `approvals:decide`; with `approvals:propose` alone the key's own. The newest 200.
         */
        get: operations["listBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/batch/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The messages of a batch in their order
         * @description Scope `approvals:decide`; with `approvals:propose` alone the key's own.
         */
        get: operations["readBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/batch/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve what still waits of a batch
         * @description Scope `approvals:decide`. The first decision counts: a later one is told who made it (409). Messages go out in their order, with the pause that was proposed or `delay_between_sec`.
         */
        post: operations["approveBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/batch/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject what still waits of a batch
         * @description Scope `approvals:decide`. The first decision counts: a later one is told who made it (409).
         */
        post: operations["rejectBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a proposal
         * @description Scope `approvals:decide`. The first decision counts: a later one is told who made it (409). It is sent at once; see `status` in the lists for how that went.
         */
        post: operations["approveProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a proposal
         * @description Scope `approvals:decide`. The first decision counts: a later one is told who made it (409).
         */
        post: operations["rejectProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose a message
         * @description Scope `approvals:propose`. The message goes out once a person approves it; until then it is `pending`.
         */
        post: operations["proposeMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/send/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose messages that are decided on together
         * @description Scope `approvals:propose`. Up to 300; once approved they go out in their order with the pause between them. One that cannot be sent refuses them all, and the answer names it.
         */
        post: operations["proposeBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody seen on a channel
         * @description Scope `contacts:read`. Clients, staff and bots, last seen first.
         */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/managers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Managers
         * @description Scope `contacts:read`. Who has the role `manager` on a channel.
         */
        get: operations["listManagers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person or bot
         * @description Scope `contacts:read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one person wrote, in figures
         * @description Scope `contacts:read`.
         */
        get: operations["getUserStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Give a person a role
         * @description Scope `contacts:write`. A role given so is kept whatever the workspace's rules say. The same twice changes nothing.
         */
        patch: operations["setUserRole"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        BotState: {
            /** @enum {string} */
            state: "running" | "stopped";
            /** Format: date-time */
            since: string | null;
            resources: {
                id: number;
                provider: string;
                name: string;
                /** @enum {string} */
                state: "ready" | "active" | "paused" | "error";
                error: {
                    code: string;
                    detail: string | null;
                } | null;
            }[];
        };
        /**
         * @example {
         *       "error": {
         *         "code": "scope",
         *         "message": "This API key lacks the scope messages:read."
         *       },
         *       "detail": "This API key lacks the scope messages:read."
         *     }
         */
        Refusal: {
            error: {
                /** @description Stable, for programs. */
                code: string;
                /** @description For people. */
                message: string;
                /** @description What is wrong with which field of the input. */
                details?: {
                    field: string;
                    message: string;
                }[];
            };
            /** @description The message once more, for clients of older hubs. */
            detail: string;
        };
        Metrics: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            time_zone: string;
            messages: {
                total: number;
                by_day: {
                    /** Format: date */
                    date: string;
                    contacts: number;
                    assistant: number;
                    members: number;
                }[];
            };
            conversations: {
                opened: number;
                closed: number;
                open_now: number;
                waiting_now: number;
                by_assistant: number;
                handed_over: number;
                reopened: number;
            };
            assistant_response: components["schemas"]["Spread"];
            manager_response: components["schemas"]["Spread"];
            resolution: components["schemas"]["Spread"];
            ratings: {
                average: number | null;
                count: number;
                by_stars: number[];
            };
            intents: {
                total: number;
                by_intent: {
                    question: number;
                    order: number;
                    complaint: number;
                    interest: number;
                    confirmation: number;
                    broadcast: number;
                    other: number;
                };
            };
            managers: {
                name: string;
                conversations: number;
                open_now: number;
                first_response: components["schemas"]["Spread"];
                rating: number | null;
            }[];
            cost_usd: {
                total: number;
                per_closed: number | null;
            };
        };
        Spread: {
            count: number;
            median_seconds: number | null;
            p90_seconds: number | null;
        };
        Unanswered: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            by_reason: {
                reason: string;
                count: number;
            }[];
            questions: {
                conversation_id: number;
                question: string;
                reason: string;
                language: string;
                /** @enum {string} */
                state: "assistant" | "waiting" | "manager" | "closed";
                /** Format: date-time */
                timestamp: string;
            }[];
        };
        Chats: {
            count: number;
            total: number;
            chats: components["schemas"]["Chat"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @example {
         *       "id": 5,
         *       "chat_id": -1001234567890,
         *       "resource_id": 3,
         *       "provider": "telegram",
         *       "name": "Цветущий город, опт",
         *       "type": "supergroup",
         *       "members": 41,
         *       "client_id": null,
         *       "is_ignored": false,
         *       "is_bot_member": true,
         *       "first_seen": "2026-10-02T08:11:04.000Z",
         *       "last_message_at": "2026-11-21T06:30:00.000Z"
         *     }
         */
        Chat: {
            id: number;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            chat_id: number | string;
            resource_id: number;
            provider: string;
            name: string;
            /** @enum {string} */
            type: "private" | "group" | "supergroup" | "channel";
            /** @description People seen there who have not left. */
            members: number;
            /** @description Our id of the other person of a private chat. */
            client_id: number | null;
            /** @description The hub leaves it alone, by the owner's wish. */
            is_ignored: boolean;
            is_bot_member: boolean;
            /** Format: date-time */
            first_seen: string;
            /** Format: date-time */
            last_message_at: string | null;
        };
        Pagination: {
            limit: number;
            offset: number;
            total: number;
            has_more: boolean;
        };
        Participants: {
            count: number;
            total: number;
            participants: components["schemas"]["Participant"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @example {
         *       "id": 17,
         *       "user_id": 987654321,
         *       "provider": "telegram",
         *       "username": "maria",
         *       "first_name": "Мария",
         *       "last_name": "Соколова",
         *       "role": "client",
         *       "is_manager": false,
         *       "is_staff": false,
         *       "is_bot": false,
         *       "exclude_from_analytics": false,
         *       "phone": null,
         *       "email": null,
         *       "language": "ru",
         *       "first_seen": "2026-10-02T08:11:04.000Z",
         *       "last_seen": "2026-11-21T06:30:00.000Z"
         *     }
         */
        Participant: components["schemas"]["Person"] & {
            /** Format: date-time */
            left_at: string | null;
        };
        /**
         * @example {
         *       "id": 17,
         *       "user_id": 987654321,
         *       "provider": "telegram",
         *       "username": "maria",
         *       "first_name": "Мария",
         *       "last_name": "Соколова",
         *       "role": "client",
         *       "is_manager": false,
         *       "is_staff": false,
         *       "is_bot": false,
         *       "exclude_from_analytics": false,
         *       "phone": null,
         *       "email": null,
         *       "language": "ru",
         *       "first_seen": "2026-10-02T08:11:04.000Z",
         *       "last_seen": "2026-11-21T06:30:00.000Z"
         *     }
         */
        Person: {
            id: number;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            user_id: number | string;
            provider: string;
            username: string | null;
            first_name: string;
            last_name: string | null;
            /** @enum {string} */
            role: "admin" | "director" | "manager" | "broadcast_bot" | "assistant_bot" | "client";
            is_manager: boolean;
            is_staff: boolean;
            is_bot: boolean;
            exclude_from_analytics: boolean;
            phone: string | null;
            email: string | null;
            language: string | null;
            /** Format: date-time */
            first_seen: string;
            /** Format: date-time */
            last_seen: string;
        };
        Clients: {
            count: number;
            total: number;
            clients: components["schemas"]["Person"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @example {
         *       "active_clients": 212,
         *       "days": 7
         *     }
         */
        ActiveClients: {
            active_clients: number;
            days: number;
        };
        Messages: {
            /** @description Messages on this page. */
            count: number;
            /** @description Messages that the filter lets through, exact up to 10,000. */
            total: number;
            /** @description There are more than 10,000. */
            total_is_lower_bound: boolean;
            messages: components["schemas"]["Message"][];
            pagination: components["schemas"]["Pagination"] & {
                /** @description Give it as `cursor` for the next page; null on the last one. */
                next_cursor: string | null;
            };
        };
        /**
         * @example {
         *       "id": 1204,
         *       "chat_id": -1001234567890,
         *       "user_id": 987654321,
         *       "resource_id": 3,
         *       "text": "Сколько стоят розы с доставкой?",
         *       "message_type": "text",
         *       "timestamp": "2026-11-21T06:30:00.000Z",
         *       "username": "maria",
         *       "first_name": "Мария",
         *       "chat_name": "Цветущий город, опт",
         *       "role": "client",
         *       "is_automatic": false,
         *       "intent": "question",
         *       "intent_confidence": 0.92,
         *       "sentiment": "neutral",
         *       "urgent": false,
         *       "is_reply": false,
         *       "reply_to_message_id": null,
         *       "is_forwarded": false,
         *       "has_file": false,
         *       "conversation_id": null,
         *       "edited_at": null
         *     }
         */
        Message: {
            id: number;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            chat_id: number | string;
            /** @description Null for the assistant and for members who wrote in the browser. */
            user_id: number | string | null;
            resource_id: number;
            /** @description What was written; of a voice message what was said. */
            text: string;
            /** @description text, photo, document, voice, audio, video, video_note, animation, sticker, location, contact, poll, service or other. */
            message_type: string;
            /** Format: date-time */
            timestamp: string;
            username: string | null;
            first_name: string;
            chat_name: string;
            /** @enum {string} */
            role: "admin" | "director" | "manager" | "broadcast_bot" | "assistant_bot" | "client";
            /** @description Written by no person for this chat: the assistant, notices, broadcasts. */
            is_automatic: boolean;
            /** @enum {string|null} */
            intent: "question" | "order" | "complaint" | "interest" | "confirmation" | "broadcast" | "other" | null;
            intent_confidence: number | null;
            /** @enum {string|null} */
            sentiment: "positive" | "neutral" | "negative" | null;
            urgent: boolean;
            is_reply: boolean;
            reply_to_message_id: number | null;
            is_forwarded: boolean;
            has_file: boolean;
            conversation_id: number | null;
            /** Format: date-time */
            edited_at: string | null;
        };
        Conversations: {
            count: number;
            total: number;
            conversations: components["schemas"]["Conversation"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @example {
         *       "id": 88,
         *       "client_id": 17,
         *       "client_name": "Мария Соколова",
         *       "user_id": 987654321,
         *       "chat_id": 987654321,
         *       "resource_id": 3,
         *       "state": "manager",
         *       "language": "ru",
         *       "handoff_reason": "complaint",
         *       "summary": "Розы пришли испорченными, просит замену.",
         *       "rating": null,
         *       "message_count": 14,
         *       "opened_at": "2026-11-21T05:50:00.000Z",
         *       "last_message_at": "2026-11-21T06:30:00.000Z",
         *       "closed_at": null
         *     }
         */
        Conversation: {
            id: number;
            client_id: number;
            client_name: string;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            user_id: number | string;
            /** @description Null while the client has only used the Mini App. */
            chat_id: number | string | null;
            resource_id: number;
            /** @enum {string} */
            state: "assistant" | "waiting" | "manager" | "closed";
            language: string;
            handoff_reason: string | null;
            summary: string | null;
            /** @description 1 to 5. */
            rating: number | null;
            message_count: number;
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            last_message_at: string;
            /** Format: date-time */
            closed_at: string | null;
        };
        /**
         * @example {
         *       "id": 88,
         *       "client_id": 17,
         *       "client_name": "Мария Соколова",
         *       "user_id": 987654321,
         *       "chat_id": 987654321,
         *       "resource_id": 3,
         *       "state": "manager",
         *       "language": "ru",
         *       "handoff_reason": "complaint",
         *       "summary": "Розы пришли испорченными, просит замену.",
         *       "rating": null,
         *       "message_count": 14,
         *       "opened_at": "2026-11-21T05:50:00.000Z",
         *       "last_message_at": "2026-11-21T06:30:00.000Z",
         *       "closed_at": null,
         *       "messages": [
         *         {
         *           "id": 5,
         *           "seq": 1,
         *           "author": "customer",
         *           "author_name": "Мария Соколова",
         *           "text": "Розы пришли испорченные!",
         *           "attachments": [
         *             {
         *               "kind": "photo",
         *               "file_name": null
         *             }
         *           ],
         *           "timestamp": "2026-11-21T05:50:00.000Z",
         *           "edited_at": null
         *         }
         *       ],
         *       "has_more": true
         *     }
         */
        ConversationDetail: components["schemas"]["Conversation"] & {
            messages: components["schemas"]["ConversationMessage"][];
            has_more: boolean;
        };
        ConversationMessage: {
            id: number;
            seq: number;
            /** @enum {string} */
            author: "customer" | "assistant" | "manager" | "system";
            author_name: string | null;
            text: string;
            attachments: {
                kind: string;
                file_name: string | null;
            }[];
            /** Format: date-time */
            timestamp: string;
            /** Format: date-time */
            edited_at: string | null;
        };
        /**
         * @example {
         *       "period_days": 7,
         *       "total_analyzed": 3100,
         *       "by_intent": {
         *         "question": 1500,
         *         "order": 800,
         *         "complaint": 40
         *       },
         *       "by_sentiment": {
         *         "neutral": 2800,
         *         "positive": 240,
         *         "negative": 60
         *       }
         *     }
         */
        Intents: {
            period_days: number;
            total_analyzed: number;
            by_intent: {
                question?: number;
                order?: number;
                complaint?: number;
                interest?: number;
                confirmation?: number;
                broadcast?: number;
                other?: number;
            };
            by_sentiment: {
                positive?: number;
                neutral?: number;
                negative?: number;
            };
        };
        /**
         * @example {
         *       "daily": [
         *         {
         *           "date": "2026-11-21",
         *           "intent": "question",
         *           "count": 211
         *         }
         *       ]
         *     }
         */
        DailyIntents: {
            daily: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                intent: "question" | "order" | "complaint" | "interest" | "confirmation" | "broadcast" | "other";
                count: number;
            }[];
        };
        /**
         * @example {
         *       "count": 1,
         *       "urgent": [
         *         {
         *           "id": 1187,
         *           "text": "Розы пришли испорченные, свадьба завтра!",
         *           "intent": "complaint",
         *           "sentiment": "negative",
         *           "chat_name": "Цветущий город, опт",
         *           "timestamp": "2026-11-21T05:58:00.000Z",
         *           "chat_id": -1001234567890,
         *           "user_id": 987654321,
         *           "first_name": "Мария"
         *         }
         *       ]
         *     }
         */
        UrgentMessages: {
            count: number;
            urgent: {
                id: number;
                text: string;
                /** @enum {string|null} */
                intent: "question" | "order" | "complaint" | "interest" | "confirmation" | "broadcast" | "other" | null;
                /** @enum {string|null} */
                sentiment: "positive" | "neutral" | "negative" | null;
                chat_name: string;
                /** Format: date-time */
                timestamp: string;
                /** @description The provider's id: a number on Telegram, text elsewhere. */
                chat_id: number | string;
                /** @description The provider's id: a number on Telegram, text elsewhere. */
                user_id: number | string | null;
                first_name: string;
            }[];
        };
        Leads: {
            count: number;
            total: number;
            leads: components["schemas"]["Lead"][];
            pagination: {
                limit: number;
                offset: number;
                total: number;
                has_more: boolean;
                next_cursor: string | null;
            };
        };
        /**
         * @example {
         *       "id": 41,
         *       "name": "Мария Соколова",
         *       "phone": "+79123456789",
         *       "email": "maria@example.com",
         *       "status": "qualified",
         *       "source": "conversation",
         *       "value": 1250.5,
         *       "currency": "EUR",
         *       "owner_id": 7,
         *       "contact_id": 17,
         *       "conversation_id": 88,
         *       "next_step": "Прислать предложение",
         *       "next_step_at": "2026-11-23T09:00:00.000Z",
         *       "created_at": "2026-11-21T05:50:00.000Z",
         *       "updated_at": "2026-11-21T06:30:00.000Z"
         *     }
         */
        Lead: {
            id: number;
            name: string;
            phone: string | null;
            email: string | null;
            /** @enum {string} */
            status: "new" | "contacted" | "qualified" | "proposal" | "won" | "lost";
            /** @description `conversation`, `group`, `qr:<lead source>`, `api`, `import`, `manual`, or a program's own word. */
            source: string;
            value: number | null;
            /** @description ISO 4217. */
            currency: string;
            /** @description The member who looks after it. */
            owner_id: number | null;
            /** @description The person's `id` in /clients. */
            contact_id: number | null;
            conversation_id: number | null;
            next_step: string | null;
            /** Format: date-time */
            next_step_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /**
         * @example {
         *       "jsonrpc": "2.0",
         *       "id": 1,
         *       "result": {
         *         "tools": []
         *       }
         *     }
         */
        McpResponse: {
            /** @enum {string} */
            jsonrpc: "2.0";
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "jsonrpc": "2.0",
         *       "id": 1,
         *       "method": "tools/list",
         *       "params": {}
         *     }
         */
        McpRequest: {
            /** @enum {string} */
            jsonrpc: "2.0";
        } & {
            [key: string]: unknown;
        };
        /**
         * @example {
         *       "total_messages": 5120,
         *       "days": 7,
         *       "since": "2026-11-14T06:30:00.000Z"
         *     }
         */
        MessageTotal: {
            total_messages: number;
            days: number;
            /** Format: date-time */
            since: string;
        };
        /**
         * @example {
         *       "total_messages": 5120,
         *       "days": 7,
         *       "since": "2026-11-14T06:30:00.000Z",
         *       "by_role": {
         *         "client": 3100,
         *         "manager": 1500,
         *         "assistant_bot": 520
         *       }
         *     }
         */
        MessagesByRole: {
            total_messages: number;
            days: number;
            /** Format: date-time */
            since: string;
            by_role: {
                admin?: number;
                director?: number;
                manager?: number;
                broadcast_bot?: number;
                assistant_bot?: number;
                client?: number;
            };
        };
        /**
         * @example {
         *       "id": 1204,
         *       "chat_id": -1001234567890,
         *       "user_id": 987654321,
         *       "resource_id": 3,
         *       "text": "Сколько стоят розы с доставкой?",
         *       "message_type": "text",
         *       "timestamp": "2026-11-21T06:30:00.000Z",
         *       "username": "maria",
         *       "first_name": "Мария",
         *       "chat_name": "Цветущий город, опт",
         *       "role": "client",
         *       "is_automatic": false,
         *       "intent": {
         *         "name": "question",
         *         "confidence": 0.92
         *       },
         *       "intent_confidence": 0.92,
         *       "sentiment": "neutral",
         *       "urgent": false,
         *       "is_reply": false,
         *       "reply_to_message_id": null,
         *       "is_forwarded": false,
         *       "has_file": false,
         *       "conversation_id": null,
         *       "edited_at": null,
         *       "user": {
         *         "id": 17,
         *         "user_id": 987654321,
         *         "username": "maria",
         *         "first_name": "Мария",
         *         "last_name": "Соколова",
         *         "role": "client"
         *       },
         *       "transcript": null,
         *       "forwarded_from": null
         *     }
         */
        MessageDetail: components["schemas"]["Message"] & {
            intent?: {
                name: string;
                confidence: number | null;
            } | null;
            user: {
                id: number;
                /** @description The provider's id: a number on Telegram, text elsewhere. */
                user_id: number | string;
                username: string | null;
                first_name: string;
                last_name: string | null;
                /** @enum {string} */
                role: "admin" | "director" | "manager" | "broadcast_bot" | "assistant_bot" | "client";
            } | null;
            transcript: string | null;
            forwarded_from: string | null;
        };
        MessageContext: {
            message: components["schemas"]["Message"];
            before: components["schemas"]["Message"][];
            after: components["schemas"]["Message"][];
        };
        Proposal: {
            id: number;
            /** @description The same as `id`, as `/send` tells it. */
            pending_id: number;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            chat_id: number | string;
            resource_id: number;
            /** @description The chat's name. */
            client_name: string;
            text: string;
            /** @description The same as `text`, for clients of older hubs. */
            response_text: string;
            /** @description As proposed, where a person edited it. */
            proposed_text: string | null;
            context?: unknown;
            kind: string;
            proposed_by: string;
            /** @enum {string} */
            status: "pending" | "approved" | "sent" | "failed" | "rejected" | "expired";
            decided_by: string | null;
            /** Format: date-time */
            decided_at: string | null;
            /** @description Why it was rejected, or not sent. */
            reason: string | null;
            batch_id: number | null;
            batch_name: string | null;
            send_order: number;
            /**
             * Format: date-time
             * @description Approved, it waits until then.
             */
            scheduled_at: string | null;
            /** Format: date-time */
            sent_at: string | null;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            created_at: string;
        };
        Batch: {
            batch_id: number;
            batch_name: string;
            proposed_by: string;
            delay_between_sec: number;
            total_messages: number;
            pending_count: number;
            approved_count: number;
            sent_count: number;
            failed_count: number;
            rejected_count: number;
            expired_count: number;
            /** Format: date-time */
            created_at: string;
        };
        BatchDecision: {
            batch_id: number;
            /** @enum {string} */
            status: "approved" | "rejected";
            decided_count: number;
            /** @description Those that expired meanwhile. */
            skipped_count: number;
        };
        Reason: {
            reason?: string;
        };
        Decision: {
            pending_id: number;
            /** @enum {string} */
            status: "pending" | "approved" | "sent" | "failed" | "rejected" | "expired";
        };
        SendResponse: {
            pending_id: number;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            chat_id: number | string;
            /** @enum {string} */
            status: "pending" | "approved";
            /** Format: date-time */
            created_at: string;
        };
        SendRequest: {
            /**
             * @description The provider's id of the chat.
             * @example 987654321
             */
            chat_id: number | string;
            /** @description Which bot is to send it, where several are in the chat. */
            resource_id?: number;
            text: string;
            /** @description Why: words or values that whoever decides sees. */
            context?: string | Record<string, never>;
            /**
             * @description A word of yours; people may let a kind pass unasked, or refuse it.
             * @default message
             */
            kind?: string;
        };
        SendBatchResponse: {
            batch_id: number;
            batch_name: string;
            pending_ids: number[];
            total_messages: number;
            /** @enum {string} */
            status: "pending" | "approved";
            estimated_duration_sec: number;
            /** Format: date-time */
            created_at: string;
        };
        SendBatchRequest: {
            messages: {
                /**
                 * @description The provider's id of the chat.
                 * @example 987654321
                 */
                chat_id: number | string;
                /** @description Which bot is to send it, where several are in the chat. */
                resource_id?: number;
                text: string;
                /** @description Why: words or values that whoever decides sees. */
                context?: string | Record<string, never>;
                /**
                 * @description A word of yours; people may let a kind pass unasked, or refuse it.
                 * @default message
                 */
                kind?: string;
            }[];
            batch_name?: string | null;
            /** @default 2 */
            delay_between_sec?: number;
        };
        Users: {
            count: number;
            total: number;
            users: components["schemas"]["Person"][];
            pagination: components["schemas"]["Pagination"];
        };
        Managers: {
            count: number;
            total: number;
            managers: components["schemas"]["Person"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @example {
         *       "id": 17,
         *       "user_id": 987654321,
         *       "days": 30,
         *       "since": "2026-10-22T06:30:00.000Z",
         *       "total_messages": 48,
         *       "urgent_messages": 1,
         *       "chats": 2,
         *       "first_message": "2026-10-23T08:11:04.000Z",
         *       "last_message": "2026-11-21T06:30:00.000Z",
         *       "by_intent": {
         *         "question": 30,
         *         "order": 9
         *       },
         *       "by_sentiment": {
         *         "neutral": 35,
         *         "positive": 4
         *       },
         *       "exclude_from_analytics": false
         *     }
         */
        UserStatistics: {
            id: number;
            /** @description The provider's id: a number on Telegram, text elsewhere. */
            user_id: number | string;
            days: number;
            /** Format: date-time */
            since: string;
            total_messages: number;
            urgent_messages: number;
            chats: number;
            /** Format: date-time */
            first_message: string | null;
            /** Format: date-time */
            last_message: string | null;
            by_intent: {
                question?: number;
                order?: number;
                complaint?: number;
                interest?: number;
                confirmation?: number;
                broadcast?: number;
                other?: number;
            };
            by_sentiment: {
                positive?: number;
                neutral?: number;
                negative?: number;
            };
            exclude_from_analytics: boolean;
        };
        /**
         * @example {
         *       "role": "manager"
         *     }
         */
        RoleChange: {
            /** @enum {string} */
            role: "admin" | "director" | "manager" | "broadcast_bot" | "assistant_bot" | "client";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getBot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bot and every resource under it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotState"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startBot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bot and every resource under it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotState"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    stopBot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bot and every resource under it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BotState"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: {
                /** @description First day, in the workspace's time zone. */
                from?: string;
                /** @description Last day, inclusive; today without it. */
                to?: string;
                /** @description How many days up to `to`, without `from`. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listUnanswered: {
        parameters: {
            query?: {
                /** @description First day, in the workspace's time zone. */
                from?: string;
                /** @description Last day, inclusive; today without it. */
                to?: string;
                /** @description How many days up to `to`, without `from`. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The questions, newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unanswered"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getReport: {
        parameters: {
            query?: {
                /** @description First day, in the workspace's time zone. */
                from?: string;
                /** @description Last day, inclusive; today without it. */
                to?: string;
                /** @description How many days up to `to`, without `from`. */
                days?: number;
                format?: "json" | "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file, as an attachment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listChats: {
        parameters: {
            query?: {
                type?: "private" | "group" | "supergroup" | "channel";
                /** @description The resource (bot) meant where several know one chat; left out, the only one. */
                resource_id?: number;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of chats. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chats"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getChat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Chat"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listChatParticipants: {
        parameters: {
            query?: {
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
            };
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Participants"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description Part of a name or username, or the provider's id. */
                q?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of clients. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clients"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    countActiveClients: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActiveClients"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listClientMessages: {
        parameters: {
            query?: {
                /** @description Said by somebody of this role: admin, director, manager, broadcast_bot, assistant_bot, client. Several with commas. */
                role?: string;
                /** @description Of this intent: question, order, complaint, interest, confirmation, broadcast, other. Several with commas. */
                intent?: string;
                /** @description Without the assistant, notices and broadcasts. */
                exclude_automatic?: boolean;
                /** @description `true`: only understood ones; `false`: only the others. */
                has_intent?: boolean;
                /** @description Said by clients only. */
                clients_only?: boolean;
                /** @description `true`: only urgent ones; `false`: only the others. */
                urgent?: boolean;
                /** @description `true`: only those with a file; `false`: only the others. */
                has_file?: boolean;
                /** @description The last so many times 24 hours. */
                days?: number;
                /** @description From this moment on; outweighs `days`. ISO 8601; without a zone, or a day alone, it is of the workspace's time zone. */
                since?: string;
                /** @description Before this moment; a day is included to its end. ISO 8601; without a zone, or a day alone, it is of the workspace's time zone. */
                until?: string;
                /** @description Words to find: any form of them, the last one perhaps unfinished. */
                q?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
                /** @description `next_cursor` of the page before; outweighs `offset`. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                state?: "assistant" | "waiting" | "manager" | "closed";
                /** @description The provider's id of a person. */
                user_id?: string;
                /** @description The resource (bot) meant where several know one chat; left out, the only one. */
                resource_id?: number;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of conversations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversations"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: {
                /** @description Messages after this `seq`. */
                after_seq?: number | null;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Our id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDetail"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getIntents: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intents"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getDailyIntents: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line a day and intent, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DailyIntents"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listUrgentMessages: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UrgentMessages"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listLeads: {
        parameters: {
            query?: {
                status?: "new" | "contacted" | "qualified" | "proposal" | "won" | "lost";
                /** @description Name, phone, e-mail, next step. */
                q?: string;
                owner_id?: number;
                contact_id?: number;
                /** @description With `*` at its end: what it begins with. */
                source?: string;
                sort?: "updated" | "created" | "name" | "value" | "nextStep";
                order?: "asc" | "desc";
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of leads. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leads"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    createLead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    phone?: string | null;
                    email?: string | null;
                    /** @enum {string} */
                    status?: "new" | "contacted" | "qualified" | "proposal" | "won" | "lost";
                    value?: number | null;
                    currency?: string;
                    owner_id?: number | null;
                    next_step?: string | null;
                    /** Format: date-time */
                    next_step_at?: string | null;
                    source?: string;
                    contact_id?: number;
                    note?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The lead. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeLead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string | null;
                    email?: string | null;
                    /** @enum {string} */
                    status?: "new" | "contacted" | "qualified" | "proposal" | "won" | "lost";
                    value?: number | null;
                    currency?: string;
                    owner_id?: number | null;
                    next_step?: string | null;
                    /** Format: date-time */
                    next_step_at?: string | null;
                };
            };
        };
        responses: {
            /** @description The lead. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    callMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpRequest"];
            };
        };
        responses: {
            /** @description The answer to the call. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpResponse"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description The provider's id of a chat. */
                chat_id?: string;
                /** @description The provider's id of a person. */
                user_id?: string;
                /** @description The resource (bot) meant where several know one chat; left out, the only one. */
                resource_id?: number;
                /** @description Said by somebody of this role: admin, director, manager, broadcast_bot, assistant_bot, client. Several with commas. */
                role?: string;
                /** @description Of this intent: question, order, complaint, interest, confirmation, broadcast, other. Several with commas. */
                intent?: string;
                /** @description Without the assistant, notices and broadcasts. */
                exclude_automatic?: boolean;
                /** @description `true`: only understood ones; `false`: only the others. */
                has_intent?: boolean;
                /** @description Said by clients only. */
                clients_only?: boolean;
                /** @description `true`: only urgent ones; `false`: only the others. */
                urgent?: boolean;
                /** @description `true`: only those with a file; `false`: only the others. */
                has_file?: boolean;
                /** @description The last so many times 24 hours. */
                days?: number;
                /** @description From this moment on; outweighs `days`. ISO 8601; without a zone, or a day alone, it is of the workspace's time zone. */
                since?: string;
                /** @description Before this moment; a day is included to its end. ISO 8601; without a zone, or a day alone, it is of the workspace's time zone. */
                until?: string;
                /** @description Words to find: any form of them, the last one perhaps unfinished. */
                q?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
                /** @description `next_cursor` of the page before; outweighs `offset`. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Messages"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    countMessages: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTotal"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    countMessagesByRole: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesByRole"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDetail"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getMessageContext: {
        parameters: {
            query?: {
                /** @description How many before it. */
                before?: number | null;
                /** @description How many after it. */
                after?: number | null;
            };
            header?: never;
            path: {
                /** @description Our id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message and its neighbours. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageContext"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listPending: {
        parameters: {
            query?: {
                batch_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proposals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"][];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listBatches: {
        parameters: {
            query?: {
                status?: "pending" | "approved" | "sent" | "failed" | "rejected" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"][];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"][];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    approveBatch: {
        parameters: {
            query?: {
                delay_between_sec?: number | null;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchDecision"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    rejectBatch: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchDecision"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    approveProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    rejectProposal: {
        parameters: {
            query?: {
                reason?: string;
            };
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Decided. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    proposeMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendRequest"];
            };
        };
        responses: {
            /** @description What was proposed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendResponse"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    proposeBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBatchRequest"];
            };
        };
        responses: {
            /** @description What was proposed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendBatchResponse"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description It was settled already, or the first request with this Idempotency-Key has not ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is larger than 8 MB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Of this role. */
                role?: string;
                /** @description Part of a name or username, or the provider's id. */
                q?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Users"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listManagers: {
        parameters: {
            query?: {
                /** @description Part of a name or username, or the provider's id. */
                q?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description How many to skip from the beginning; `cursor`, where there is one, is faster. */
                offset?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of managers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Managers"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getUserStatistics: {
        parameters: {
            query?: {
                /** @description The last so many times 24 hours. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserStatistics"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    setUserRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description The person as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description The input is not valid; `details` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key is missing, unknown, revoked or expired. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The API key lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such thing in this workspace. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests; see the header Retry-After. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
}

/** Every job by name with what it carries. Payloads hold ids only; the database is the truth. */
export type Jobs = {
  /** Handles the stored updates of one lane of a resource, in order. */
  "process-updates": { resourceId: number; lane: string };
  /** Sends what waits for one provider chat, in order. */
  "drain-chat": { chatId: number };
  /** Answers what the customer wrote since the last answer. */
  "answer-turn": { conversationId: number };
  /** Makes sure that managers see a conversation that waits for them. */
  "open-topic": { conversationId: number };
  /** Brings the bytes of an attachment from its provider into our storage. */
  "fetch-attachment": { attachmentId: number };
  /** Turns a recording whose bytes are ours into words. */
  transcribe: { attachmentId: number };
  /** Gives new passages their vectors, where an embedding model is configured. */
  "embed-passages": Record<string, never>;
  /** Queues again what has waited too long for no reason. */
  "requeue-stranded": Record<string, never>;
  /** Looks after those who wait: nudges, escalation, closing of idle conversations, unread words of pages that died. */
  "watch-waiting": Record<string, never>;
  /** Has the bot deliver what a customer left unread on closing the Mini App. */
  "push-unread": { contactId: number; resourceId: number };
  /** Removes what nobody needs any more: processed updates. */
  "sweep-leftovers": Record<string, never>;
  /** Sends a letter. */
  "send-mail": { mailId: number };
  /** Removes accounts whose address nobody confirmed. */
  "sweep-accounts": Record<string, never>;
  /** Removes files that are in no message, and bytes that no file knows. */
  "sweep-files": Record<string, never>;
  /** Removes closed conversations that their workspace no longer keeps. */
  "enforce-retention": Record<string, never>;
  /** Understands the messages of a hub that wait for it. */
  "analyse-messages": { workspaceId: number };
  /** Takes what was said in a workspace's conversations over into its hub. */
  "feed-hub": { workspaceId: number };
  /** Makes deliveries of what happened in a resource's workspace since it was last told. */
  "feed-webhooks": { resourceId: number };
  /** Delivers to a resource what it has to be told. */
  "deliver-webhooks": { resourceId: number };
  /** Puts a bot's approved messages on their way as far as they may go now. */
  "release-approvals": { resourceId: number };
  /** Ends proposals that nobody decided on in time. */
  "expire-approvals": Record<string, never>;
  /** Tells a meeting's invitees what they do not know yet: that they are invited, or how it stands now. */
  "tell-meeting": { meetingId: number };
  /** Has what organisers were shown of a meeting follow the answers. */
  "refresh-summaries": { meetingId: number };
  /** Looks after meetings: reminders, the next ones of series. */
  "run-meetings": Record<string, never>;
};

export type JobName = keyof Jobs;

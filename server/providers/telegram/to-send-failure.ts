import { GrammyError, HttpError } from "grammy";
import type { SendFailure } from "@/server/providers/provider";

const kinds: [RegExp, Exclude<SendFailure["kind"], "retry" | "moved">][] = [
  [/message thread not found|TOPIC_DELETED|TOPIC_ID_INVALID/i, "topic_gone"],
  [/the chat is not a forum|CHAT_NOT_FORUM/i, "not_forum"],
  [
    /not enough rights|need administrator rights|CHAT_ADMIN_REQUIRED|have no rights|TOPIC_CLOSED|CHAT_WRITE_FORBIDDEN/i,
    "no_rights",
  ],
  [/blocked by the user|user is deactivated|can't initiate conversation/i, "blocked"],
  [/bot was kicked|bot is not a member/i, "kicked"],
  [/chat not found|group chat was (deleted|deactivated)|PEER_ID_INVALID/i, "chat_gone"],
  [
    /Only HTTPS links|BUTTON_URL_INVALID|BUTTON_TYPE_INVALID|Wrong HTTP URL|web ?app.*url/i,
    "address_refused",
  ],
];

/** Our own file could not be opened now; nothing was sent. */
export class FileUnavailable extends Error {}

/**
 * Puts Telegram's refusals (Bot API 10.1, error descriptions as in docs/simulator.md) into the domain's kinds;
 * errors that came neither from Telegram, nor the way to it, nor our storage are thrown on.
 */
export function toSendFailure(error: unknown): SendFailure {
  if (error instanceof HttpError) {
    return { ok: false, kind: "retry", detail: "Telegram could not be reached." };
  }
  if (error instanceof FileUnavailable) return { ok: false, kind: "retry", detail: error.message };
  if (!(error instanceof GrammyError)) throw error;
  const { description: detail, error_code: code, parameters } = error;
  if (parameters.retry_after !== undefined) {
    return { ok: false, kind: "retry", afterMs: parameters.retry_after * 1000, detail };
  }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { ok: false, kind: "moved", toChatId: String(parameters.migrate_to_chat_id), detail };
  }
  if (isTokenRefused(error)) return { ok: false, kind: "unauthorised", detail };
  if (code >= 500 || code === 429) return { ok: false, kind: "retry", detail };
  const kind = kinds.find(([pattern]) => pattern.test(detail))?.[1] ?? "refused";
  return { ok: false, kind, detail };
}

/** Whether Telegram knows no bot of this token: 401, or a bare 404 when the token has not even a token's form. */
export function isTokenRefused(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    (error.error_code === 401 || (error.error_code === 404 && error.description === "Not Found"))
  );
}

/** Whether the topic must be opened before anything can be written there. */
export function isTopicClosed(error: unknown): boolean {
  return error instanceof GrammyError && /TOPIC_CLOSED/.test(error.description);
}

/** Refusals that mean that all is as it should be already. */
export function isAlreadySo(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message is not modified|TOPIC_NOT_MODIFIED|query is too old/i.test(error.description)
  );
}

/** A call that Telegram answers with `{ok: false}`; thrown by methods, turned into the answer in one place. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number },
  ) {
    super(description);
  }
}

/** A 400 in Telegram's words; `text` comes without its `Bad Request: `. */
export function badRequest(text: string): Refusal {
  return new Refusal(400, `Bad Request: ${text}`);
}

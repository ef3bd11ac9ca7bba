import type { Api } from "grammy";
import type { HealthFinding } from "@/server/providers/provider";
import { toSendFailure } from "@/server/providers/telegram/to-send-failure";

/** Does the token work, and what does Telegram say of the way on which it brings updates? A bot never sees its own messages. */
export async function health(api: Api): Promise<HealthFinding[]> {
  try {
    const me = await api.getMe();
    const account: HealthFinding = { code: "account", ok: true, detail: `@${me.username}` };
    const { url, last_error_message: error, pending_update_count: waiting } = await api.getWebhookInfo();
    // A bot that polls has none; an old error is over when nothing waits.
    const ok = !url || !error || waiting === 0;
    return [account, { code: "webhook", ok, detail: [url, ok ? "" : error].filter(Boolean).join(": ") }];
  } catch (error) {
    return [{ code: "account", ok: false, detail: toSendFailure(error).detail }];
  }
}

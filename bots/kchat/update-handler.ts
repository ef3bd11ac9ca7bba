import { z } from "zod";
import type { KchatContext } from "@/bots/kchat/context";
import { handleMembers } from "@/bots/kchat/handle-members";
import { handleMessage } from "@/bots/kchat/handle-message";
import { refreshSummaries } from "@/bots/kchat/meetings/refresh-summaries";
import type { UpdateHandler } from "@/bots/update-handler";
import { isNobody } from "@/server/providers/kchat/is-nobody";
import { kchatId } from "@/server/providers/kchat/parse-json";
import { messagesIn, pressedIn, readPress } from "@/server/providers/kchat/read-event";
import { kchatSettings } from "@/server/providers/kchat/schema";

const storedEvent = z.object({
  type: z.string(),
  workspaceId: kchatId,
  groupId: kchatId,
  groupType: z.string().optional(),
  payload: z.looseObject({}),
});
type StoredEvent = z.infer<typeof storedEvent>;

const accountSchema = z.object({ id: z.string().nullable() }).catch({ id: null });

/** KChat's events, each as the listener stored it; kinds that nobody asked for are passed over. */
export const updateHandler: UpdateHandler<StoredEvent> = {
  refreshSummaries,
  read(payload) {
    const read = storedEvent.safeParse(payload);
    if (!read.success) return { ok: false, field: read.error.issues[0]?.path.join(".") ?? "" };
    const isMessage = read.data.type === "MESSAGE" || read.data.type === "MESSAGE_UPDATE";
    if (isMessage && messagesIn(read.data).length === 0) return { ok: false, field: "payload.messages" };
    return { ok: true, update: read.data };
  },
  async handle(resource, [{ update: event, externalId }]) {
    const context: KchatContext = {
      resource,
      settings: kchatSettings.parse(resource.settings),
      updateKey: `u${resource.id}:${externalId}`,
    };
    const ownId = accountSchema.parse(resource.account).id;
    const { type, payload } = event;
    if (type === "MESSAGE_BUTTON_CLICKED") {
      const press = readPress(payload);
      if (!press) return;
      const { userId: senderId, data: pressed, messageId } = press;
      const message = { senderId, text: "", pressed, messageId, isEdit: false, isPressOnly: true };
      return handleMessage(context, event, message);
    }
    if (type !== "MESSAGE" && type !== "MESSAGE_UPDATE") return handleMembers(context, event, ownId);
    for (const message of messagesIn(event)) {
      if (isNobody(message, ownId)) continue;
      const file = message.file ?? null;
      await handleMessage(context, event, {
        senderId: message.senderId,
        text: [message.message, file && `📎 ${file.fileName ?? file.name ?? ""}`.trim()]
          .filter(Boolean)
          .join("\n"),
        pressed: pressedIn(message),
        messageId: message.id,
        replyToExternalId: message.replyMsgId ?? undefined,
        sentAt: message.date ? new Date(message.date) : undefined,
        isEdit: type === "MESSAGE_UPDATE",
        isPressOnly: false,
      });
    }
  },
};

import type { Message, Update } from "grammy/types";
import { checkUpdate } from "@/bots/telegram/check-update";
import { handleUpdate } from "@/bots/telegram/handle-update";
import { updateContext } from "@/bots/telegram/update-context";
import type { UpdateHandler } from "@/bots/update-handler";

/** Telegram's updates; the files of an album, which come one by one, are handled as one message. */
export const updateHandler: UpdateHandler<Update> = {
  read: checkUpdate,
  togetherAs: (update) => saidIn(update)?.media_group_id ?? null,
  async handle(resource, updates) {
    const [{ update, externalId }] = updates;
    const album = updates.flatMap((part) => saidIn(part.update) ?? []);
    await handleUpdate(updateContext(resource, externalId), update, album);
  },
};

/** The new message of an update, in a chat or a channel. */
function saidIn({ message, channel_post: post }: Update): Message | undefined {
  return message ?? post;
}

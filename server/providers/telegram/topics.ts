import { type Api, GrammyError } from "grammy";
import type { SendResult, TopicLook } from "@/server/providers/provider";
import { isAlreadySo, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { topicColour, topicEmoji } from "@/server/providers/telegram/transform";

const icons = new WeakMap<Api, Promise<Map<string, string>>>();

/** Custom-emoji ids of the icons that any bot may use, by emoji; asked once per bot. */
function topicIcons(api: Api): Promise<Map<string, string>> {
  const known = icons.get(api);
  if (known) return known;
  const asked = api
    .getForumTopicIconStickers()
    .then(
      (stickers) =>
        new Map(stickers.map(({ emoji, custom_emoji_id }) => [bare(emoji ?? ""), custom_emoji_id ?? ""])),
    );
  icons.set(api, asked);
  // A failure is not remembered: the next topic asks again.
  asked.catch(() => icons.delete(api));
  return asked;
}

/** Emoji with and without the variation selector are the same icon. */
function bare(emoji: string): string {
  return emoji.replaceAll("\uFE0F", "");
}

/** A topic without its icon is better than none, so a refused look-up is no failure. */
async function iconOf(api: Api, look: TopicLook): Promise<string | undefined> {
  try {
    return (await topicIcons(api)).get(bare(topicEmoji[look.icon]));
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return undefined;
  }
}

/** Makes a topic; its thread id is the result's only external id. */
export async function createTopic(api: Api, chatId: string, look: TopicLook): Promise<SendResult> {
  try {
    const icon_custom_emoji_id = await iconOf(api, look);
    const topic = await api.createForumTopic(Number(chatId), look.name, {
      icon_color: topicColour,
      icon_custom_emoji_id,
    });
    return { ok: true, externalIds: [String(topic.message_thread_id)] };
  } catch (error) {
    return toSendFailure(error);
  }
}

/** Changes a topic's look, closes or reopens it; a topic that is so already counts as done. */
export async function changeTopic(
  api: Api,
  chatId: string,
  topicId: string,
  change: { look: TopicLook } | "close" | "reopen",
): Promise<SendResult> {
  try {
    if (change === "close") await api.closeForumTopic(Number(chatId), Number(topicId));
    else if (change === "reopen") await api.reopenForumTopic(Number(chatId), Number(topicId));
    else {
      const icon_custom_emoji_id = await iconOf(api, change.look);
      await api.editForumTopic(Number(chatId), Number(topicId), {
        name: change.look.name,
        icon_custom_emoji_id,
      });
    }
    return { ok: true, externalIds: [] };
  } catch (error) {
    return isAlreadySo(error) ? { ok: true, externalIds: [] } : toSendFailure(error);
  }
}

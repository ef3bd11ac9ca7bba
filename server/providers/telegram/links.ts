/** Addresses inside Telegram: https://core.telegram.org/api/links. */
export const links = {
  /** A topic of a private supergroup, for those who are in it; null for a chat that has no such address. */
  topic: (chatId: string, topicId: string): string | null =>
    chatId.startsWith("-100") ? `https://t.me/c/${chatId.slice(4)}/${topicId}` : null,
  /** As a text_link's address it mentions the person. */
  person: (userId: string): string => `tg://user?id=${userId}`,
  profile: (username: string): string => `https://t.me/${encodeURIComponent(username)}`,
};

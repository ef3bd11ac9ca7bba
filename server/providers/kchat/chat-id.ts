/** A group of KChat, private chats among them: both numbers are 64-bit and stay text. */
export type KchatPlace = { workspaceId: string; groupId: string };

const form = /^(-?\d{1,19}):(-?\d{1,19})$/;

/** A group's one name in our words: `-1:4711`. */
export function toChatId(workspaceId: string, groupId: string): string {
  return `${workspaceId}:${groupId}`;
}

/** The group behind such a name; null for text of another form. */
export function fromChatId(chatId: string): KchatPlace | null {
  const [, workspaceId, groupId] = form.exec(chatId) ?? [];
  return workspaceId && groupId ? { workspaceId, groupId } : null;
}

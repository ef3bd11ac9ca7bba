/** The schema's REACTIONS, repeated because importing it would bring zod into the page. */
export const REACTIONS = ["👍", "❤", "🔥", "🙏", "😁", "🤔", "👎"] as const;

/** Telegram names the heart by its text form; people expect the red one. */
export function showEmoji(emoji: string): string {
  return emoji === "❤" ? "❤️" : emoji;
}

/** The schema's REACTIONS, repeated because importing it would bring zod into the page. */
export const REACTIONS = ["👍", "❤", "🔥", "🙏", "😁", "🤔", "👎"] as const;

/** A bot command at a message's start, `/name@bot rest`. */
export type Command = { name: string; rest: string };

/** Whether a text begins like a command, whoever it is meant for. */
export function looksLikeCommand(text: string): boolean {
  return /^\/[a-z_]+(@\w+)?(\s|$)/i.test(text.trim());
}

/** The command a text begins with, if it is meant for this bot; null for ordinary text and other bots' commands. */
export function readCommand(text: string, botUsername: string | undefined): Command | null {
  const match = /^\/([a-z_]+)(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text.trim());
  if (!match?.[1]) return null;
  if (match[2] && match[2].toLowerCase() !== botUsername?.toLowerCase()) return null;
  return { name: match[1].toLowerCase(), rest: match[3]?.trim() ?? "" };
}

export type MeetingCommand =
  | "start"
  | "help"
  | "info"
  | "attend"
  | "invited"
  | "manage"
  | "create"
  | "cancel"
  | "skip"
  | "back";

const names: Record<string, MeetingCommand> = {
  start: "start",
  старт: "start",
  начать: "start",
  help: "help",
  помощь: "help",
  справка: "help",
  meeting: "info",
  информация: "info",
  attend: "attend",
  участие: "attend",
  invited: "invited",
  приглашенные: "invited",
  manage: "manage",
  собрание: "manage",
  create_meeting: "create",
  создать_собрание: "create",
  cancel: "cancel",
  отмена: "cancel",
  skip: "skip",
  пропустить: "skip",
  back: "back",
  назад: "back",
};

/** A command; `isPlain`: it was written without a slash, as any word. */
export type ReadCommand = { name: MeetingCommand; isPlain: boolean };

/**
 * The command that a text is: `/участие`, `/Attend@bot`, or its word alone without the slash; null for every other text.
 * Letters may be of any case, ё is е.
 */
export function readMeetingCommand(text: string): ReadCommand | null {
  const words = text.trim().normalize("NFC").toLowerCase().replaceAll("ё", "е");
  const isPlain = !words.startsWith("/");
  const whole = words
    .replace(/^\/\s?/, "")
    .replace(/[.!]+$/, "")
    .replace(/\s+/g, "_");
  // What follows a command with its slash, such as a bot's name, is passed over.
  const [, first = ""] = /^\/\s?([\p{L}_]+)(?:@[\p{L}\d_.-]+)?(?:\s.*)?$/su.exec(words) ?? [];
  const name = [whole, first].find((one) => Object.hasOwn(names, one));
  const command = name === undefined ? undefined : names[name];
  return command ? { name: command, isPlain } : null;
}

/** Whether a text is somebody's try at a command, known or not. */
export function looksLikeCommand(text: string): boolean {
  return /^\/\s?\p{L}/u.test(text.trim());
}

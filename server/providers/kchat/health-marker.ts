const check = "assistchat-check";
const echo = "assistchat-echo";

/** What is written into a group to see whether the running bot hears and answers; `nonce` names this one try. */
export function checkText(nonce: string): string {
  return `${check} ${nonce}`;
}

/** The bot's answer to it; not itself a text that anybody answers. */
export function echoText(nonce: string): string {
  return `${echo} ${nonce}`;
}

/** The nonce of a text that asks for an echo; null for every other text. */
export function nonceOf(text: string): string | null {
  return new RegExp(`^${check} ([\\w-]{8,64})$`).exec(text.trim())?.[1] ?? null;
}

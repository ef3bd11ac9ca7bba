import type { KchatMessage } from "@/server/providers/kchat/read-event";

/** In whose name KChat itself speaks. */
const systemId = "-100";

/** Whether a message is the bot's own or KChat's, which nobody answers. `ownId`: null while it is not known. */
export function isNobody(
  { senderId, senderType }: Pick<KchatMessage, "senderId" | "senderType">,
  ownId: string | null,
): boolean {
  return senderId === ownId || senderId === systemId || senderType === "SYSTEM";
}

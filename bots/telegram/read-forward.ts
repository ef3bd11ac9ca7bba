import type { Message } from "grammy/types";

/** Whether a message was forwarded, and from whom, as the forwarder's Telegram names them. */
export function readForward({ forward_origin: origin }: Message): {
  isForwarded: boolean;
  forwardedFrom: string | null;
} {
  if (!origin) return { isForwarded: false, forwardedFrom: null };
  return { isForwarded: true, forwardedFrom: nameOf(origin) };
}

function nameOf(origin: NonNullable<Message["forward_origin"]>): string | null {
  // A part may be missing in what somebody made up.
  if (origin.type === "hidden_user") return origin.sender_user_name ?? null;
  if (origin.type === "user") {
    const { first_name, last_name } = { ...origin.sender_user };
    return [first_name, last_name].filter(Boolean).join(" ") || null;
  }
  const chat: { title?: string; first_name?: string } | undefined =
    origin.type === "channel" ? origin.chat : origin.sender_chat;
  return chat?.title ?? chat?.first_name ?? null;
}

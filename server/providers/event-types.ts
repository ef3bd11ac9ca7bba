/** What happens in a workspace that its other programs may be told of, `<noun>.<verb>`. */
export const EVENT_TYPES = [
  "message.created",
  "message.edited",
  "conversation.state_changed",
  "conversation.closed",
  "conversation.rated",
  "contact.created",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

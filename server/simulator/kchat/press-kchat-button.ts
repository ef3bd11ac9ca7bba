import { Problem } from "../control/problem";
import { emit, type World } from "../world/world";
import { type KchatId, long } from "./kchat-json";
import { messageBody, postKchatMessage } from "./kchat-messages";
import { type KchatButton, type KchatGroup, type KchatMessage, kchatState } from "./kchat-state";
import { pushKchatEvent } from "./push-kchat-event";

/** A message's buttons, row after row. */
function buttonsOf({ buttonsMarkup }: KchatMessage): KchatButton[] {
  return buttonsMarkup?.inlineMessageButtons ?? buttonsMarkup?.gridMessageButtons?.flat() ?? [];
}

/**
 * A person presses a button: an ordinary one says its words as theirs, with the button named in the metadata; one of type
 * `action` only tells its bot. A 409 when the button is gone.
 */
export function pressKchatButton(
  world: World,
  group: KchatGroup,
  { from, message: messageId, button: wanted }: { from: KchatId; message: KchatId; button: string | number },
): object {
  const message = group.messages.get(messageId);
  const button = message && buttonsOf(message).find(({ id }) => String(id) === String(wanted));
  if (!message || !button) throw new Problem(409, `message ${messageId} has no button ${wanted}`);
  if (button.type === "action") {
    if (!kchatState(world).bots.has(message.senderId)) throw new Problem(409, "the message is not a bot's");
    pushKchatEvent(world, message.senderId, "MESSAGE_BUTTON_CLICKED", group, {
      groupId: long(group.id),
      message: messageBody(message),
      buttonId: button.id,
      data: button.callbackData ?? null,
      userId: long(from),
    });
    emit(world, { type: "kchat", what: "pressed", group: group.id, message: message.id });
    return { clicked: button.id };
  }
  return postKchatMessage(world, group, {
    senderId: from,
    message: button.callbackMessage ?? button.label,
    metadata: {
      type: "SELECTED_BUTTON",
      selectedButton: {
        id: button.id,
        ...(button.callbackData !== undefined && { callbackData: button.callbackData }),
      },
    },
  });
}

import type { Bot, World } from "../world/world";
import { SPEC_METHODS } from "./bot-api-spec";
import type { Method } from "./call";
import { chatMethods } from "./methods/chat-methods";
import { editMethods } from "./methods/edit-methods";
import { mediaMethods } from "./methods/media-methods";
import { messageMethods } from "./methods/message-methods";
import { profileMethods } from "./methods/profile-methods";
import { topicMethods } from "./methods/topic-methods";
import { updateMethods } from "./methods/update-methods";
import type { SentParameters } from "./read-parameters";
import { badRequest } from "./refusal";
import { validateCall } from "./validate-call";

const METHODS: Record<string, Method> = {
  ...updateMethods,
  ...messageMethods,
  ...mediaMethods,
  ...editMethods,
  ...topicMethods,
  ...chatMethods,
  ...profileMethods,
};

/** Method names are case-insensitive at Telegram. */
const NAMES = new Map([...SPEC_METHODS.keys()].map((name) => [name.toLowerCase(), name]));

/** The method's real name, or null for none that Telegram has. */
export function methodNamed(name: string): string | null {
  return NAMES.get(name.toLowerCase()) ?? null;
}

/** Validates and runs one Bot API call; throws `Refusal` for what Telegram would refuse. */
export async function runCall(
  world: World,
  bot: Bot,
  method: string,
  sent: SentParameters,
  signal: AbortSignal,
): Promise<unknown> {
  const { strict } = world.state.settings;
  const parameters = validateCall(method, sent.parameters, { strict, stringly: sent.stringly });
  const run = METHODS[method];
  if (!run) throw badRequest(`method "${method}" not simulated`);
  return run({ world, bot, parameters, files: sent.files, signal });
}

import { emit } from "../../world/world";
import { type Call, type Method, numberOf, objectOf, textOf } from "../call";
import { checkWebAppUrl } from "../check-markup";
import { badRequest } from "../refusal";

function getMe({ bot }: Call) {
  return {
    ...bot.user,
    can_join_groups: true,
    can_read_all_group_messages: bot.readsAllMessages,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_guest_queries: false,
    supports_join_request_queries: false,
  };
}

function commandsKey(call: Call): string {
  const scope = objectOf(call, "scope") ?? { type: "default" };
  const place = [scope.type, scope.chat_id, scope.user_id].filter((part) => part !== undefined).join(":");
  return `${place}/${textOf(call, "language_code") ?? ""}`;
}

function setMyCommands(call: Call): true {
  const commands = call.parameters.commands as { command: string; description: string }[];
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.trim() === "" || description.length > 256)
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  call.bot.commands[commandsKey(call)] = commands.map((one) => ({
    ...one,
    command: one.command.replace(/^\//, ""),
  }));
  emit(call.world, { type: "world", what: "commands", bot: call.bot.user.id });
  return true;
}

function deleteMyCommands(call: Call): true {
  delete call.bot.commands[commandsKey(call)];
  emit(call.world, { type: "world", what: "commands", bot: call.bot.user.id });
  return true;
}

const menuKey = (call: Call) => String(numberOf(call, "chat_id") ?? "default");

function setChatMenuButton(call: Call): true {
  const button = objectOf(call, "menu_button") ?? { type: "default" };
  const chatId = numberOf(call, "chat_id");
  if (chatId !== undefined && !call.world.state.users.has(chatId)) throw badRequest("chat not found");
  if (button.type === "web_app") {
    const url = (button.web_app as { url: string }).url;
    checkWebAppUrl(url, "menu button");
  }
  call.bot.menuButtons[menuKey(call)] = button;
  emit(call.world, { type: "world", what: "menu-button", bot: call.bot.user.id, chat: chatId });
  return true;
}

function getChatMenuButton(call: Call) {
  const { menuButtons } = call.bot;
  return menuButtons[menuKey(call)] ?? menuButtons.default ?? { type: "commands" };
}

/** What a bot says about itself: identity, commands, menu button. */
export const profileMethods: Record<string, Method> = {
  getMe,
  setMyCommands,
  getMyCommands: (call) => call.bot.commands[commandsKey(call)] ?? [],
  deleteMyCommands,
  setChatMenuButton,
  getChatMenuButton,
  logOut: () => true,
  close: () => true,
};

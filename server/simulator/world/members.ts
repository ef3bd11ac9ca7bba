import { addMessage } from "./rooms";
import type { User } from "./telegram-objects";
import { announceMessage, pushUpdate } from "./updates";
import { type Bot, emit, type Member, type MemberStatus, type Room, unixTime, type World } from "./world";

const ADMIN_RIGHTS = [
  "can_manage_chat",
  "can_change_info",
  "can_delete_messages",
  "can_invite_users",
  "can_restrict_members",
  "can_pin_messages",
  "can_promote_members",
  "can_manage_video_chats",
  "can_post_stories",
  "can_edit_stories",
  "can_delete_stories",
  "can_manage_topics",
];

const asUser = ({ deactivated: _hidden, ...user }: User & { deactivated?: boolean }): User => user;

/** The person or bot with this id, as Telegram's User. */
export function findUser(world: World, id: number): User | undefined {
  const person = world.state.users.get(id);
  return person ? asUser(person) : world.state.bots.get(id)?.user;
}

/** A member as Telegram's ChatMember. */
export function chatMember(user: User, member: Member | undefined) {
  const status = member?.status ?? "left";
  if (status === "creator") return { user, status, is_anonymous: member?.rights.is_anonymous === true };
  if (status === "administrator") {
    const rights = Object.fromEntries(ADMIN_RIGHTS.map((right) => [right, member?.rights[right] === true]));
    const is_anonymous = member?.rights.is_anonymous === true;
    return { user, status, can_be_edited: false, is_anonymous, ...rights, can_manage_chat: true };
  }
  if (status === "kicked") return { user, status, until_date: 0 };
  if (status === "restricted") return { user, status, is_member: true, until_date: 0, ...member?.rights };
  return { user, status };
}

/** Changes somebody's standing in a group and tells whom Telegram would tell. */
export function setMember(
  world: World,
  room: Room,
  user: User,
  by: User,
  change: { status: MemberStatus; rights?: Record<string, boolean> },
): void {
  const before = room.members.get(user.id);
  const member: Member = { userId: user.id, status: change.status, rights: change.rights ?? {} };
  room.members.set(user.id, member);
  const payload = {
    chat: room.chat,
    from: by,
    date: unixTime(),
    old_chat_member: chatMember(user, before),
    new_chat_member: chatMember(user, member),
  };
  const subject = world.state.bots.get(user.id);
  if (subject) pushUpdate(world, subject, "my_chat_member", payload);
  for (const other of admins(world, room)) {
    if (other !== subject) pushUpdate(world, other, "chat_member", payload);
  }
  const was = before !== undefined && !["left", "kicked"].includes(before.status);
  const is = !["left", "kicked"].includes(change.status);
  // A channel tells nobody who comes and goes.
  const tells = room.chat.type !== "channel";
  if (tells && !was && is) {
    const message = addMessage(world, room, { from: by, new_chat_members: [user] });
    announceMessage(world, room, message);
  } else if (tells && was && !is) {
    announceMessage(world, room, addMessage(world, room, { from: by, left_chat_member: user }));
  }
  emit(world, { type: "chat", chat: room.chat.id, user: user.id, member: payload.new_chat_member });
}

function admins(world: World, room: Room): Bot[] {
  return [...room.members.values()].flatMap((member) => {
    const bot = world.state.bots.get(member.userId);
    return bot && member.status === "administrator" ? [bot] : [];
  });
}

/** Blocks or unblocks a bot in a private chat; the bot gets `my_chat_member`. */
export function setBlocked(world: World, room: Room, bot: Bot, person: User, blocked: boolean): void {
  if (room.blocked === blocked) return;
  room.blocked = blocked;
  const standing = (kicked: boolean) =>
    chatMember(bot.user, { userId: bot.user.id, status: kicked ? "kicked" : "member", rights: {} });
  pushUpdate(world, bot, "my_chat_member", {
    chat: room.chat,
    from: person,
    date: unixTime(),
    old_chat_member: standing(!blocked),
    new_chat_member: standing(blocked),
  });
  emit(world, { type: "chat", bot: bot.user.id, chat: room.chat.id, blocked });
}

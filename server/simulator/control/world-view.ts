import { chatMember, findUser } from "../world/members";
import { isPolling } from "../world/updates";
import type { Room, World } from "../world/world";

function memberViews(world: World, room: Room) {
  return [...room.members.values()].flatMap((member) => {
    const user = findUser(world, member.userId);
    return user ? [{ ...chatMember(user, member), rights: member.rights }] : [];
  });
}

/** The whole world without messages and without tokens, for the page and for assertions. */
export function worldView(world: World) {
  const { bots, users, rooms, settings } = world.state;
  return {
    bots: [...bots.values()].map((bot) => ({
      ...bot.user,
      readsAllMessages: bot.readsAllMessages,
      pendingUpdates: bot.queue.length,
      polling: isPolling(world, bot.user.id),
      webhook: bot.webhook?.url ?? null,
      commands: bot.commands,
      menuButtons: bot.menuButtons,
    })),
    users: [...users.values()],
    chats: [...rooms.values()].map((room) => ({
      ...room.chat,
      bot: room.botId,
      started: room.started,
      blocked: room.blocked,
      migratedTo: room.migratedTo,
      members: memberViews(world, room),
      topics: [...room.topics.values()],
      lastMessageId: [...room.messages.keys()].at(-1) ?? null,
    })),
    settings,
  };
}

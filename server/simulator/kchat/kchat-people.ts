import { randomUUID } from "node:crypto";
import { emit, type World } from "../world/world";
import { type KchatId, long } from "./kchat-json";
import { announceKchat, postKchatMessage } from "./kchat-messages";
import {
  type KchatBot,
  type KchatGroup,
  type KchatUser,
  kchatState,
  nextKchatId,
  PUBLIC_WORKSPACE,
  SYSTEM_SENDER,
} from "./kchat-state";

/** A token in the service's form. */
export function newKchatToken(): string {
  return `BOT-${randomUUID()}-${randomUUID()}-${Date.now()}-${randomUUID()}`;
}

function addGroup(world: World, group: Omit<KchatGroup, "messages" | "seen">): KchatGroup {
  const made: KchatGroup = { ...group, messages: new Map(), seen: new Map() };
  kchatState(world).groups.set(made.id, made);
  emit(world, { type: "kchat", what: "world" });
  return made;
}

/** Adds a bot with its SYSTEM group, whose id is the bot's own; one that is there gets the new name and token. */
export function addKchatBot(
  world: World,
  { id, name, token }: { id?: KchatId; name: string; token?: string },
): KchatBot {
  const kchat = kchatState(world);
  const bot: KchatBot = {
    id: id ?? `-${nextKchatId(world)}`,
    name,
    token: token ?? newKchatToken(),
    expired: false,
  };
  kchat.bots.set(bot.id, bot);
  if (!kchat.groups.has(bot.id)) {
    const group = addGroup(world, {
      workspaceId: PUBLIC_WORKSPACE,
      id: bot.id,
      type: "SYSTEM",
      title: "KChat",
      members: [bot.id],
    });
    postKchatMessage(world, group, { senderId: SYSTEM_SENDER, message: `Бот «${name}» создан` });
  }
  emit(world, { type: "kchat", what: "world" });
  return bot;
}

/** Adds a person, or replaces what is known about the one with this id. */
export function addKchatUser(world: World, { id, ...person }: Omit<KchatUser, "id"> & { id?: KchatId }) {
  const user: KchatUser = { id: id ?? nextKchatId(world), ...person };
  kchatState(world).users.set(user.id, user);
  emit(world, { type: "kchat", what: "world" });
  return user;
}

/** What a group is, as the service writes it. */
export function groupBody(group: KchatGroup): object {
  const [peer1 = "0", peer2 = "0"] = group.members;
  return {
    workspaceId: long(group.workspaceId),
    id: long(group.id),
    type: group.type,
    ...(group.title !== undefined && { title: group.title }),
    ...(group.type === "P2P" && { peer1Id: long(peer1), peer2Id: long(peer2) }),
  };
}

/** Makes a group; its bots hear that they were added, and the platform writes so. */
export function addKchatGroup(
  world: World,
  group: { id?: KchatId; workspaceId?: KchatId; title: string; members: KchatId[] },
): KchatGroup {
  const made = addGroup(world, {
    workspaceId: group.workspaceId ?? PUBLIC_WORKSPACE,
    id: group.id ?? nextKchatId(world),
    type: "GROUP",
    title: group.title,
    members: group.members,
  });
  announceKchat(world, made, "GROUP_ME_ADD", { group: groupBody(made) });
  postKchatMessage(world, made, { senderId: SYSTEM_SENDER, message: `Группа «${group.title}» создана` });
  return made;
}

/** The private chat of a person with a bot; made when there is none yet. */
export function openP2p(
  world: World,
  {
    id,
    user,
    bot,
    workspaceId = PUBLIC_WORKSPACE,
  }: {
    id?: KchatId;
    user: KchatId;
    bot: KchatId;
    workspaceId?: KchatId;
  },
): KchatGroup {
  for (const group of kchatState(world).groups.values()) {
    const theirs = group.members.includes(user) && group.members.includes(bot);
    if (group.type === "P2P" && group.workspaceId === workspaceId && theirs) return group;
  }
  const made = addGroup(world, {
    workspaceId,
    id: id ?? nextKchatId(world),
    type: "P2P",
    members: [user, bot],
  });
  announceKchat(world, made, "GROUP_ME_ADD", { group: groupBody(made) });
  return made;
}

"use client";

import { StandIn } from "@/components/resources/stand-in";
import { callSimulator } from "@/components/simulator/call-simulator";
import type { FieldValue } from "@/server/providers/form";

type WorldView = {
  users: { id: number }[];
  chats: { is_forum?: boolean; members: { user: { id: number }; status: string }[] }[];
};

/** Makes a bot with a managers' group in the simulator, and fills both into the form. */
export function TelegramStandIn({ onFill }: { onFill: (values: Record<string, FieldValue>) => void }) {
  return <StandIn provider="telegram" make={makeBot} onFill={onFill} />;
}

async function makeBot(): Promise<Record<string, FieldValue> | null> {
  const mark = Math.random().toString(36).slice(2, 7);
  const bot = await callSimulator<{ id: number; token: string }>("POST", "/bots", {
    username: `demo_${mark}_bot`,
    firstName: `Demo ${mark}`,
  });
  const world = await callSimulator<WorldView>("GET", "/world");
  if (!bot.ok || !world.ok) return null;
  // The demo's managers answer for the new bot, too.
  const staff = world.value.chats.find((chat) => chat.is_forum)?.members ?? [];
  const people = staff.filter(
    ({ user, status }) => status !== "member" && world.value.users.some(({ id }) => id === user.id),
  );
  const group = await callSimulator<{ id: number }>("POST", "/groups", {
    title: `Demo ${mark} — managers`,
    forum: true,
    members: [
      {
        user: bot.value.id,
        status: "administrator",
        rights: { can_manage_topics: true, can_pin_messages: true },
      },
      ...people.map(({ user, status }) => ({ user: user.id, status })),
    ],
  });
  if (!group.ok) return null;
  return { token: bot.value.token, managerGroupIds: [String(group.value.id)] };
}

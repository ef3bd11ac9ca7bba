"use client";

import { StandIn } from "@/components/resources/stand-in";
import { callSimulator } from "@/components/simulator/call-simulator";
import type { FieldValue } from "@/server/providers/form";

type World = { users: { id: string }[] };

/** Makes a KChat bot in the simulator, with whom the people there can talk, and fills its token into the form. */
export function KchatStandIn({ onFill }: { onFill: (values: Record<string, FieldValue>) => void }) {
  return <StandIn provider="kchat" make={makeBot} onFill={onFill} />;
}

async function makeBot(): Promise<Record<string, FieldValue> | null> {
  const mark = Math.random().toString(36).slice(2, 7);
  const bot = await callSimulator<{ id: string; token: string }>("POST", "/kchat/bots", {
    name: `Demo ${mark}`,
  });
  const world = await callSimulator<World>("GET", "/kchat/world");
  if (!bot.ok || !world.ok) return null;
  const users = world.value.users.slice(0, 2);
  for (const { id: user } of users) await callSimulator("POST", "/kchat/p2p", { user, bot: bot.value.id });
  const members = [bot.value.id, ...users.map(({ id }) => id)];
  const group = await callSimulator<{ id: string }>("POST", "/kchat/groups", {
    title: `Demo ${mark}`,
    members,
  });
  return { token: bot.value.token, healthCheckGroupId: group.ok ? group.value.id : "" };
}

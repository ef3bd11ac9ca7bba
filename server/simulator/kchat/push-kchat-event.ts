import type { World } from "../world/world";
import type { KchatId } from "./kchat-json";
import { long } from "./kchat-json";
import { streamPlan } from "./kchat-live";
import { type KchatGroup, kchatState } from "./kchat-state";

function frameOf(world: World, type: string, group: KchatGroup, payload: object): string {
  const { payloads } = kchatState(world).settings;
  const event = ++world.kchat.events;
  const asText = payloads === "string" || (payloads === "mixed" && event % 2 === 0);
  const content = JSON.stringify({
    workspaceId: long(group.workspaceId),
    groupId: long(group.id),
    payload: asText ? JSON.stringify(payload) : payload,
  });
  return `event: ${type}\nid: ${event}\ndata: ${JSON.stringify({ content })}\n\n`;
}

/**
 * Tells a bot's open streams what happened in a group, as the bot's plan of troubles says; with no stream open the event is
 * lost, as nobody promises a replay.
 */
export function pushKchatEvent(
  world: World,
  bot: KchatId,
  type: string,
  group: KchatGroup,
  payload: object,
): void {
  const streams = [...world.kchat.streams].filter(
    (stream) => stream.bot === bot && stream.workspaceIds.includes(group.workspaceId),
  );
  if (streams.length === 0) return;
  const plan = streamPlan(world.kchat, bot);
  const frame = frameOf(world, type, group, payload);
  if (plan.mute) return;
  let frames = [frame];
  if (plan.reorder > 0) {
    plan.held.push(frame);
    if (plan.held.length < plan.reorder) return;
    frames = plan.held.splice(0).reverse();
    plan.reorder = 0;
  }
  for (const one of frames) {
    for (const stream of streams) stream.write(one);
    if (plan.double > 0) {
      plan.double--;
      for (const stream of streams) stream.write(one);
    }
    if (plan.cutAfter !== null && --plan.cutAfter <= 0) {
      plan.cutAfter = null;
      for (const stream of streams) stream.cut();
      return;
    }
  }
}

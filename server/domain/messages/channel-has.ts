import type { ChannelFeature } from "@/server/providers/provider";
import { providerFor } from "@/server/providers/registry";

/** Whether the channel of a provider can do this; a provider that carries no messages can do nothing. */
export function channelHas(slug: string, feature: ChannelFeature): boolean {
  const { channel } = providerFor(slug);
  return channel !== undefined && !channel.lacks?.includes(feature);
}

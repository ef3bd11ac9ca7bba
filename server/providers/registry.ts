import { kchat } from "@/server/providers/kchat/service";
import type { Provider } from "@/server/providers/provider";
import { telegram } from "@/server/providers/telegram/service";
import { webhook } from "@/server/providers/webhook/service";
import { zoom } from "@/server/providers/zoom/service";

/** A provider whose credentials and settings the domain passes through without looking inside. */
export type AnyProvider = Provider<never, never>;

// Parsed by its own schemas just before use, so each provider gets the shapes it asked for.
const providers = {
  telegram: telegram as unknown as AnyProvider,
  kchat: kchat as unknown as AnyProvider,
  zoom: zoom as unknown as AnyProvider,
  webhook: webhook as unknown as AnyProvider,
} satisfies Record<string, AnyProvider>;

/** A known provider; `pages.tsx` must have a line for each. */
export type ProviderSlug = keyof typeof providers;

/** Every provider there is, in the order it is offered in. */
export const providerSlugs = Object.keys(providers) as ProviderSlug[];

/** Whether there is such a provider. */
export function isProviderSlug(slug: string): slug is ProviderSlug {
  return Object.hasOwn(providers, slug);
}

/** The provider of a resource. Throws for a slug that no provider has. */
export function providerFor(slug: string): AnyProvider {
  if (!isProviderSlug(slug)) throw new Error(`There is no provider “${slug}”`);
  return providers[slug];
}

/** The providers whose resources bring us something, for which somebody must listen. */
export const listeningSlugs = providerSlugs.filter((slug) => providerFor(slug).channel !== undefined);

/** The providers whose resources are told what happens in their workspace. */
export const outgoingSlugs = providerSlugs.filter((slug) => providerFor(slug).outgoing !== undefined);

/** The providers whose resources make meetings. */
export const meetingSlugs = providerSlugs.filter((slug) => providerFor(slug).meetings !== undefined);

import type { Provider } from "@/server/providers/provider";
import { telegram } from "@/server/providers/telegram/service";

/** A provider whose credentials and settings the domain passes through without looking inside. */
export type AnyProvider = Provider<never, never>;

const providers: Record<string, AnyProvider> = {
  // Parsed by its own schemas just before use, so each provider gets the shapes it asked for.
  telegram: telegram as unknown as AnyProvider,
};

/** The provider of a resource. Throws for a slug that no provider has. */
export function providerFor(slug: string): AnyProvider {
  const provider = providers[slug];
  if (!provider) throw new Error(`There is no provider “${slug}”`);
  return provider;
}

import { appUrl } from "@/server/lib/env";

/** Where a provider that has webhooks brings a resource's updates; the provider's own catch-all answers there. */
export function webhookAddress(provider: string, resourceId: number): string {
  return `${appUrl}/api/${provider}/${resourceId}`;
}

import { appUrl } from "@/server/lib/env";

/** Where a bot's customers open their chat. */
export function miniAppAddress(resourceId: number): string {
  return `${appUrl}/chat?bot=${resourceId}`;
}

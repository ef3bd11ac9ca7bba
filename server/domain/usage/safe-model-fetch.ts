import type { WorkspaceOrigin } from "@/prisma/generated/client";
import { env } from "@/server/lib/env";
import { safeFetch } from "@/server/lib/safe-fetch";

/**
 * How the endpoint a workspace typed in is asked: through the guard of user-set addresses. The demo alone may ask the
 * simulator's model, and only while the demo is on.
 */
export function safeModelFetch(origin: WorkspaceOrigin): typeof globalThis.fetch {
  const ownUrls = origin === "demo" && env.DEMO ? [`http://127.0.0.1:${env.SIMULATOR_PORT}/v1/`] : [];
  return (input, init) => safeFetch(input instanceof Request ? input.url : input, init, { ownUrls });
}

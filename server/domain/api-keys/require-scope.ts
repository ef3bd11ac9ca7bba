import type { ApiScope } from "@/server/domain/api-keys/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

/** Throws `forbidden` (`scope`) unless the key was given the scope. */
export function requireScope({ scopes }: Pick<ApiKeyActor, "scopes">, scope: ApiScope): void {
  if (!scopes.includes(scope))
    throw new AppError("forbidden", "scope", `This API key lacks the scope ${scope}.`);
}

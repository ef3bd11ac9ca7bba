import type { MemberActor } from "@/server/lib/actor";

const prefixOf = ({ userId }: Pick<MemberActor, "userId">) => `member:${userId}:`;

/** A member's own id of a message as it is kept: no customer's and no other member's can be the same. */
export function memberClientId(actor: Pick<MemberActor, "userId">, clientId: string): string {
  return prefixOf(actor) + clientId;
}

/** The id that this member's page gave the message; null for messages of others. */
export function ownClientId(actor: Pick<MemberActor, "userId">, kept: string | null): string | null {
  const prefix = prefixOf(actor);
  return kept?.startsWith(prefix) ? kept.slice(prefix.length) : null;
}

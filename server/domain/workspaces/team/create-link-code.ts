import { randomInt } from "node:crypto";
import { hashToken } from "@/server/domain/workspaces/team/hash-token";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/** Without letters and digits that look alike: the code is typed on a phone. 40 bits, good for minutes. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const lastsMs = 10 * 60_000;

/** A one-time code by which the member proves their account on a channel (`/link <code>`); older ones are void. */
export async function createLinkCode(actor: MemberActor): Promise<{ code: string; expiresAt: string }> {
  const { workspaceId, userId } = actor;
  const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
  const expiresAt = new Date(clock.now().getTime() + lastsMs);
  await transaction(async (tx) => {
    await lockTeam(tx, actor);
    await tx.linkCode.deleteMany({ where: { workspaceId, userId } });
    await tx.linkCode.create({ data: { codeHash: hashToken(code), workspaceId, userId, expiresAt } });
  });
  return { code, expiresAt: expiresAt.toISOString() };
}

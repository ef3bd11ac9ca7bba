import { afterAll, expect, test } from "vitest";
import { memberActor } from "@/server/auth/member-actor";
import { resourcesTopic } from "@/server/domain/resources/record-resource-event";
import { db, transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";
import { signInAs } from "@/server/trpc/testing/sign-in-as";

afterAll(() => realtime.stop());

test.each([
  ["their sign-in is revoked", "UNAUTHORIZED"],
  ["they are removed", "UNAUTHORIZED"],
  ["their role is another", "FORBIDDEN"],
])("a member's stream of resources ends when %s", async (what, code) => {
  const headers = await signInAs("admin");
  const { workspaceId, userId } = await memberActor(headers);
  const ending = new AbortController();
  const caller = createCaller(createContext(headers), { signal: ending.signal });
  const stream = (await caller.resources.watch({}))[Symbol.asyncIterator]();
  expect((await stream.next()).done).toBe(false);

  const place = { workspaceId_userId: { workspaceId, userId } };
  if (what.includes("revoked"))
    await db.userSession.updateMany({ where: { userId }, data: { revokedAt: new Date() } });
  else if (what.includes("removed")) await db.member.delete({ where: place });
  else await db.member.update({ where: place, data: { role: "manager" } });
  const refused = expect(stream.next()).rejects.toMatchObject({ code });
  await transaction(async (tx) => realtime.notify(tx, resourcesTopic(workspaceId)));
  await refused;
  ending.abort();
});

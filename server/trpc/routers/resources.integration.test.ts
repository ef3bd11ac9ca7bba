import { expect, test } from "vitest";
import { memberActor } from "@/server/auth/member-actor";
import { rateLimit } from "@/server/auth/rate-limit";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";
import { signInAs } from "@/server/trpc/testing/sign-in-as";

const account = { provider: "none", credentials: {}, settings: {} };
const resourceId = 2 ** 31 - 1;
const callsOf = (headers: Headers) => {
  const { resources } = createCaller(createContext(headers));
  return {
    check: () => resources.check(account),
    add: () => resources.add(account),
    change: () => resources.change({ resourceId }),
    test: () => resources.test({ resourceId }),
  };
};

test("looks at outside accounts are limited for each member, whichever way they are asked for", async () => {
  const headers = await signInAs("owner");
  const { userId } = await memberActor(headers);
  for (let count = 0; count < 26; count += 1) await rateLimit("resource-probe", userId);
  const mine = Object.values(callsOf(headers));
  for (const call of mine) await expect(call()).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const call of mine) await expect(call()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  const colleague = callsOf(await signInAs("owner"));
  await expect(colleague.test()).rejects.toMatchObject({ code: "NOT_FOUND" });
});

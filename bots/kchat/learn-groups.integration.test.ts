import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { Intake } from "@/bots/kchat/intake";
import { groupLearner } from "@/bots/kchat/learn-groups";
import { RequestBudget } from "@/bots/kchat/request-budget";
import { until } from "@/scripts/testing/until";
import { kchatSettings } from "@/server/providers/kchat/schema";
import { startKchatScene } from "@/server/simulator/kchat/kchat-scene";

it("holds nobody up who writes many messages at once in a chat that is new since the last question", async () => {
  const scene = await startKchatScene();
  const { token } = await scene.addBot();
  const stored: string[] = [];
  const intake = new Intake({
    store: async (updates) => void stored.push(...updates.map(({ externalId }) => externalId)),
    onStored: () => undefined,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  intake.holdOnly([]);
  const state = {
    door: { credentials: { token }, settings: kchatSettings.parse({}), world: { apiRoot: scene.baseUrl } },
    budget: new RequestBudget(15),
    ownId: "-1",
    groupTypes: new Map<string, string>(),
    seen: new Map<string, string>(),
    unconfirmed: new Set<string>(),
    owed: new Set<string>(),
    isBlind: false,
  };
  const stop = new AbortController();
  const learn = groupLearner(state, intake, { signal: stop.signal, onFailure: () => undefined });
  const say = (chat: string, id: number) => {
    learn(chat);
    const externalId = `${chat}:${id}`;
    intake.add({ chat, update: { externalId, lane: chat, payload: {} }, message: { id: String(id) } });
  };
  say("-1:1", 1);
  await until("the first question is answered", async () => stored.length === 1);
  await sleep(100);
  for (let id = 1; id <= 8; id += 1) say("-1:2", id);
  await until("nothing waits", async () => stored.length === 9, 2000);
  stop.abort();
  await intake.close();
  await scene.close();
});

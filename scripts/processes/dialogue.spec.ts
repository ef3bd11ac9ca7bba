import { afterAll, beforeAll, expect, it } from "vitest";
import kchat from "@/config/demo-kchat.json" with { type: "json" };
import { until } from "../testing/until";
import { type System, startSystem } from "./start-system";

type KchatMessage = { message: string; senderType: string };

let system: System;
beforeAll(async () => {
  system = await startSystem("http://localhost:3000");
});
afterAll(() => system?.stop());

it("a dialogue goes on where it was after kill -9 of the bots in its middle, with what was written meanwhile", async () => {
  const { simulator } = system;
  const organiser = kchat.people.find(({ isOrganiser }) => isOrganiser);
  const chat = organiser?.chat ?? "";
  const say = (text: string) =>
    simulator.call("POST", "/kchat/messages", { from: organiser?.id, group: chat, text });
  const told = async () => {
    const path = `/kchat/groups/${chat}/messages`;
    const { messages } = await simulator.call<{ messages: KchatMessage[] }>("GET", path);
    return messages.filter(({ senderType }) => senderType === "BOT").map(({ message }) => message);
  };
  const hears = (what: RegExp) =>
    until(`${what}`, async () => (await told()).find((text) => what.test(text)), 60_000);
  const first = system.startBots();
  await say("/создать_собрание");
  await hears(/О чём собрание/);
  await say("Ретро");
  await hears(/Когда\?/);
  await first.end("SIGKILL");
  await say("завтра в 10:00");
  system.startBots();
  expect(await hears(/Где собираемся/)).toMatch(/Тема: Ретро[\s\S]*Время: 10:00/);
  for (const prompt of [/О чём собрание/, /Когда\?/, /Где собираемся/])
    expect((await told()).filter((text) => prompt.test(text))).toHaveLength(1);
});

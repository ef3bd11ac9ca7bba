import { afterAll, beforeAll, expect, it } from "vitest";
import kchat from "@/config/demo-kchat.json" with { type: "json" };
import { buttonsIn, startKchatScene } from "@/server/simulator/kchat/kchat-scene";
import { until } from "../testing/until";
import { type System, startSystem } from "./start-system";

let system: System;
beforeAll(async () => {
  system = await startSystem("http://localhost:3000");
});
afterAll(() => system?.stop());

it("a dialogue goes on where it was after kill -9 of the bots in its middle, with what was written meanwhile", async () => {
  const scene = await startKchatScene({ url: system.simulator.url, port: 0, close: async () => undefined });
  const [organiser] = kchat.people;
  if (!organiser) throw new Error("nobody organises");
  const chat = scene.at(organiser, { id: organiser.chat, workspaceId: "-1" });
  const heard = (what: RegExp) => until(`${what}`, () => chat.find(what), 60_000);
  const first = system.startBots();
  await chat.say("/создать_собрание");
  await heard(/О чём собрание/);
  await chat.say("Ретро");
  await heard(/Когда\?/);
  await first.end("SIGKILL");
  await chat.say("завтра в 10:00");
  system.startBots();
  const asked = await heard(/Где собираемся/);
  expect(asked.message).toMatch(/Тема: Ретро[\s\S]*Время: 10:00/);
  expect(buttonsIn(asked).map(({ label }) => label)).toContain("Пропустить");
  const prompts = (await chat.heard()).map(({ message }) => message);
  for (const prompt of [/О чём собрание/, /Когда\?/, /Где собираемся/])
    expect(prompts.filter((text) => prompt.test(text))).toHaveLength(1);
});

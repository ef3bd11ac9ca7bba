import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeMember } from "@/scripts/testing/make-member";
import { makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { listResources } from "@/server/domain/resources/queries";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { type KchatScene, startKchatScene } from "@/server/simulator/kchat/kchat-scene";

const people = 80;

type Bot = Awaited<ReturnType<KchatScene["addBot"]>>;

let scene: KchatScene;
let bots: RunningBots;
let bot: Bot;
let workspaceId: number;

beforeAll(async () => {
  scene = await startKchatScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  bot = await scene.addBot();
  workspaceId = await makeCompany();
  await connectKchat(workspaceId, bot, { serves: "meetings" });
});
afterAll(async () => {
  await bots?.stop();
  await scene.close();
});

/** Asks somebody in their chat as an invitation does; KChat's limit is not what is tried here. */
async function ask(
  { workspaceId: where, groupId }: { workspaceId: string; groupId: string },
  inviteeId: number,
) {
  const button = { id: "1", label: "Да", callbackMessage: "Да", callbackData: `att:${inviteeId}:yes` };
  const body = {
    clientRandomId: inviteeId,
    message: "Придёте?",
    buttonsMarkup: { inlineMessageButtons: [button] },
  };
  const response = await fetch(`${scene.baseUrl}/botapi/v1/messages/sendTextMessage/${where}/${groupId}`, {
    method: "POST",
    headers: { authorization: bot.token, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

async function invitees() {
  const meeting = await db.meeting.create({
    data: {
      ...{
        workspaceId,
        topic: "Общее собрание",
        timeZone: "Europe/Moscow",
        calendarUid: crypto.randomUUID(),
      },
      startsAt: new Date(Date.now() + 7 * 24 * 3_600_000),
      resourceId: (await db.resource.findFirstOrThrow({ where: { workspaceId } })).id,
    },
  });
  return Promise.all(
    Array.from({ length: people }, async () => {
      const user = await scene.addPerson();
      const chat = await scene.p2p(user, bot);
      const contact = await db.contact.create({
        data: { workspaceId, provider: "kchat", externalId: user.id, firstName: user.firstName ?? "Иван" },
      });
      const person = await db.meetingPerson.create({ data: { workspaceId, contactId: contact.id } });
      const { id } = await db.invitee.create({ data: { meetingId: meeting.id, personId: person.id } });
      await ask(chat, id);
      return { id, chat };
    }),
  );
}

// How soon is measured by `npm run bench -- --meetings`.
it("records every answer while all answer at once, and confirms them as KChat's limit allows", async () => {
  bots = await startBots();
  await until("the bot listens", () => scene.connected(bot));
  const invited = await invitees();
  await scene.settings({ requestLimit: { enabled: true, perMinute: 60 } });
  await Promise.all(invited.map(({ chat }) => chat.press("Да")));
  const ids = invited.map(({ id }) => id);
  const answered = () => db.invitee.count({ where: { id: { in: ids }, attendance: "yes" } });
  await until("every answer is recorded", async () => (await answered()) === people, 30_000);

  const [view] = await listResources(await makeMember(workspaceId));
  expect(view?.queues[0]?.size).toBeGreaterThan(people / 4);
  expect(view?.sendingMs).toBeGreaterThan(20_000);
  const refused = (await scene.calls("sendTextMessage", bot)).filter(({ status }) => status === 429);
  expect(refused).toEqual([]);
}, 60_000);

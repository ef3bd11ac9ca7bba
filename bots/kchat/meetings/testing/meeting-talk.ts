import { type RunningBots, startBots } from "@/bots/testing/start-bots";
import { connectKchat } from "@/scripts/testing/connect-kchat";
import { makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { buttonsIn, startKchatScene } from "@/server/simulator/kchat/kchat-scene";

/** On a busy machine the bot may lose its stream; what is said then is heard ten seconds later. */
const patienceMs = 30_000;

/** A firm with a meeting bot that listens to the simulated KChat over HTTP and SSE, and people who talk to it. */
export async function startMeetingTalk({
  locale = "ru",
  serves = "meetings",
}: {
  locale?: string;
  serves?: "meetings" | "both";
} = {}) {
  const scene = await startKchatScene();
  env.SIMULATOR_PORT = scene.simulator.port;
  const bot = await scene.addBot();
  const workspaceId = await makeCompany();
  await db.workspace.update({ where: { id: workspaceId }, data: { locale, timeZone: "Europe/Moscow" } });
  const resourceId = await connectKchat(workspaceId, bot, { serves });
  let bots: RunningBots = await startBots();
  const listens = () => until("the bot listens", () => scene.connected(bot));
  await listens();

  const start = async () => {
    bots = await startBots();
    await listens();
  };

  /** The pace of requests allows a burst again. */
  const unpaced = () => db.resource.update({ where: { id: resourceId }, data: { requestsFreeAt: null } });

  /** Somebody in their private chat with the bot; an organiser is known to the firm by e-mail. */
  async function person({
    organises = false,
    ...named
  }: {
    organises?: boolean;
    firstName?: string;
    lastName?: string;
  } = {}) {
    // Who is called in Cyrillic letters is spoken to in Russian, whatever the firm speaks.
    const user = await scene.addPerson({
      ...(locale === "en" && { firstName: "Alex", middleName: "J." }),
      ...named,
    });
    if (organises) {
      const email = user.email ?? "";
      await db.meetingPerson.create({ data: { workspaceId, email, isOrganiser: true } });
    }
    const chat = await scene.p2p(user, bot);
    const heardAfter = async (count: number, what: RegExp, did: string) => {
      const fresh = async () => (await chat.heard()).slice(count);
      try {
        const said = async () => (await fresh()).find(({ message }) => what.test(message));
        return await until(`${what}`, said, patienceMs);
      } catch {
        const told = (await fresh()).map(({ message }) => message).join("\n---\n");
        throw new Error(`After ${did} the bot did not say ${what}, but:\n${told}`);
      }
    };
    const act = async (did: string, deed: () => Promise<unknown>, what: RegExp) => {
      const [{ length: count }] = await Promise.all([chat.heard(), unpaced()]);
      await deed();
      return heardAfter(count, what, did);
    };
    return {
      user,
      chat,
      say: (text: string, what: RegExp) => act(`“${text}”`, () => chat.say(text), what),
      press: (label: string, what: RegExp, messageId?: string) =>
        act(`pressing “${label}”`, () => chat.press(label, messageId), what),
      labels: async () => {
        const last = (await chat.heard()).at(-1);
        return last ? buttonsIn(last).map(({ label }) => label) : [];
      },
      last: async () => (await chat.heard()).at(-1)?.message ?? "",
    };
  }

  return {
    scene,
    bot,
    workspaceId,
    resourceId,
    unpaced,
    person,
    listens,
    meeting: () => db.meeting.findFirstOrThrow({ where: { workspaceId }, orderBy: { id: "desc" } }),
    stop: () => bots.stop(),
    start,
    restart: async () => {
      await bots.stop();
      await start();
    },
    close: async () => {
      await bots.stop();
      await scene.close();
    },
  };
}

export type MeetingTalk = Awaited<ReturnType<typeof startMeetingTalk>>;
export type TalkPerson = Awaited<ReturnType<MeetingTalk["person"]>>;

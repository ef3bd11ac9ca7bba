import { parseArgs } from "node:util";

// Whether the running bot of BOT_TOKEN hears and answers: exit 0 it does, 1 it does not, 2 the configuration is wrong.
const configurationWrong = 2;
const { values, error } = readArguments();
const isQuiet = values.quiet ?? false;

// A variable that cannot be read ends the process while it is loaded.
const asConfiguration = () => {
  process.exitCode = configurationWrong;
};
process.once("exit", asConfiguration);
const { env } = await import("@/server/lib/env");
const { kchatApiRoot } = await import("@/server/providers/kchat/call-kchat");
const { checkEcho } = await import("@/server/providers/kchat/check-echo");
const { kchatSettings } = await import("@/server/providers/kchat/schema");
process.off("exit", asConfiguration);

process.exit(await check());

async function check(): Promise<number> {
  const { BOT_TOKEN: token, HEALTH_CHECK_GROUP_ID: groupId, HEALTH_CHECK_WORKSPACE_ID: workspaceId } = env;
  if (error) return fail(configurationWrong, `${error}\nUsage: npm run health-check -- [-v | -q]`);
  if (!token) return fail(configurationWrong, "BOT_TOKEN should be the KChat bot's token.");
  if (!groupId)
    return fail(
      configurationWrong,
      "HEALTH_CHECK_GROUP_ID should be the number of a KChat group that the bot is in.",
    );
  const settings = kchatSettings.parse({ kchatWorkspaceIds: [workspaceId] });
  const door = { credentials: { token }, settings, world: { apiRoot: kchatApiRoot } };
  const say = (step: string) => {
    if (values.verbose) process.stdout.write(`${step}\n`);
  };
  say(`Asking ${kchatApiRoot} in group ${workspaceId}:${groupId}, at most ${env.HEALTH_CHECK_TIMEOUT} s.`);
  const answer = await checkEcho(door, { workspaceId, groupId }, env.HEALTH_CHECK_TIMEOUT * 1000, say);
  if (answer.ok) {
    if (!isQuiet) process.stdout.write(`The bot answered after ${answer.ms} ms.\n`);
    return 0;
  }
  if (answer.kind === "silent" || answer.kind === "retry")
    return fail(1, `The bot does not answer: ${answer.detail}`);
  const why =
    answer.kind === "unauthorised" ? "BOT_TOKEN is not accepted, it may have expired" : "KChat refuses";
  return fail(configurationWrong, `${why}: ${answer.detail}`);
}

function fail(code: number, words: string): number {
  if (!isQuiet) process.stderr.write(`${words}\n`);
  return code;
}

function readArguments(): { values: { quiet?: boolean; verbose?: boolean }; error: string | null } {
  const options = {
    quiet: { type: "boolean", short: "q" },
    verbose: { type: "boolean", short: "v" },
  } as const;
  try {
    return { values: parseArgs({ options }).values, error: null };
  } catch (failure) {
    return { values: {}, error: failure instanceof Error ? failure.message : String(failure) };
  }
}

import { randomUUID } from "node:crypto";
import { callKchat } from "@/server/providers/kchat/call-kchat";
import type { KchatPlace } from "@/server/providers/kchat/chat-id";
import { checkText, echoText } from "@/server/providers/kchat/health-marker";
import { type KchatDoor, openEvents } from "@/server/providers/kchat/open-events";
import { asNumber } from "@/server/providers/kchat/parse-json";
import { messagesIn, readEvent } from "@/server/providers/kchat/read-event";
import { clientRandomId, readSent } from "@/server/providers/kchat/transform";
import type { SendFailure } from "@/server/providers/provider";

/** So long after its time a check may still take away what it wrote; milliseconds. */
const tidyMs = 1000;

/** `ms`: how long the echo took. `silent`: KChat or the bot did not answer in time. */
export type EchoResult =
  | { ok: true; ms: number }
  | { ok: false; kind: SendFailure["kind"] | "silent"; detail: string };

/**
 * Writes into a group in the bot's name and waits for the echo of whoever listens for the bot now; what was written is
 * taken away again. All of it takes `timeoutMs` and a second at most. `say` hears of each step.
 */
export async function checkEcho(
  door: KchatDoor,
  place: KchatPlace,
  timeoutMs: number,
  say: (step: string) => void = () => undefined,
): Promise<EchoResult> {
  const nonce = randomUUID();
  const signal = AbortSignal.timeout(timeoutMs);
  const began = Date.now();
  const opened = await openEvents(door, signal, () => undefined);
  const silent = { ok: false, kind: "silent", detail: `No answer within ${timeoutMs / 1000} s.` } as const;
  if (!opened.ok) return signal.aborted ? silent : opened;
  say("The stream of events is open.");
  const body = { clientRandomId: clientRandomId(`check:${nonce}`), message: checkText(nonce) };
  const sent = await write(door, place, "sendTextMessage", body, signal);
  if (!sent.ok) {
    await opened.frames.return(undefined);
    return signal.aborted ? silent : sent;
  }
  say("The question is sent; waiting for the echo.");
  const question = readSent(sent.value);
  const echo = await echoIn(opened.frames, place, echoText(nonce));
  const ms = Date.now() - began;
  const made = [question, echo].filter((id) => id !== null);
  // Who reads the group needs none of it; should it stay, it harms nobody.
  const left = Math.max(timeoutMs - ms, 0) + tidyMs;
  await write(door, place, "deleteMessages", { messageIds: made.map(asNumber) }, AbortSignal.timeout(left));
  return echo ? { ok: true, ms } : silent;
}

function write(
  { credentials, world }: KchatDoor,
  place: KchatPlace,
  method: string,
  body: object,
  signal: AbortSignal,
) {
  const path = `/botapi/v1/messages/${method}/${place.workspaceId}/${place.groupId}`;
  return callKchat(credentials, world, path, body, signal);
}

/** The id of the echo; null when the stream ended or the time was over before it came. */
async function echoIn(
  frames: AsyncGenerator<{ event?: string; data: string }>,
  { workspaceId, groupId }: KchatPlace,
  text: string,
): Promise<string | null> {
  try {
    for await (const { event = "", data } of frames) {
      const told = event === "MESSAGE" ? readEvent(event, data) : null;
      if (told?.workspaceId !== workspaceId || told.groupId !== groupId) continue;
      const echo = messagesIn(told).find(({ message }) => message?.trim() === text);
      if (echo) return echo.id;
    }
  } catch {
    // The time is over, or the connection broke: there is no echo either way.
  }
  return null;
}

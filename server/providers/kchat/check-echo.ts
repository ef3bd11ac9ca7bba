import { randomUUID } from "node:crypto";
import { callKchat } from "@/server/providers/kchat/call-kchat";
import type { KchatPlace } from "@/server/providers/kchat/chat-id";
import { checkText, echoText } from "@/server/providers/kchat/health-marker";
import { type KchatDoor, openEvents } from "@/server/providers/kchat/open-events";
import { asNumber } from "@/server/providers/kchat/parse-json";
import { messagesIn, readEvent } from "@/server/providers/kchat/read-event";
import { clientRandomId, readSent } from "@/server/providers/kchat/transform";
import type { SendFailure } from "@/server/providers/provider";

/** `ms`: how long the echo took. `silent`: KChat works, but the bot did not answer in time. */
export type EchoResult =
  | { ok: true; ms: number }
  | { ok: false; kind: SendFailure["kind"] | "silent"; detail: string };

/**
 * Writes into a group in the bot's name and waits for the echo of whoever listens for the bot now; what was written is
 * taken away again. `say` hears of each step.
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
  if (!opened.ok) return opened;
  say("The stream of events is open.");
  const sent = await write(door, place, "sendTextMessage", {
    clientRandomId: clientRandomId(`check:${nonce}`),
    message: checkText(nonce),
  });
  if (!sent.ok) {
    await opened.frames.return(undefined);
    return sent;
  }
  say("The question is sent; waiting for the echo.");
  const question = readSent(sent.value);
  const echo = await echoIn(opened.frames, place, echoText(nonce));
  const ms = Date.now() - began;
  const made = [question, echo].filter((id) => id !== null);
  // Who reads the group needs none of it; should it stay, it harms nobody.
  await write(door, place, "deleteMessages", { messageIds: made.map(asNumber) });
  return echo
    ? { ok: true, ms }
    : { ok: false, kind: "silent", detail: `No echo within ${timeoutMs / 1000} s.` };
}

function write({ credentials, world }: KchatDoor, place: KchatPlace, method: string, body: object) {
  const path = `/botapi/v1/messages/${method}/${place.workspaceId}/${place.groupId}`;
  return callKchat(credentials, world, path, body);
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

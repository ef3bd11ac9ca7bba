import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { decodeRecording } from "@/server/ai/speech/decode-recording";
import { wordsInTones } from "@/server/simulator/speech/words-in-tones";

/** AAC as FFmpeg 7 encodes it, of `inTones("Где заказ?")`: beside H.264 in an MP4, as Telegram's video notes are; stereo in M4A; bare. */
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const decode = (bytes: Uint8Array) =>
  decodeRecording({
    bytes,
    fileName: "round.mp4",
    mimeType: "video/mp4",
    durationSeconds: null,
    language: null,
    likelyLanguage: "ru",
  });

test.each(["video-note.mp4", "sound.m4a", "sound.aac"])(
  "%s becomes a WAV that says the same",
  async (name) => {
    const decoded = await decode(fixture(name));
    if (!decoded.ok) throw new Error(decoded.failure.detail);
    expect(decoded.recording).toMatchObject({
      fileName: "voice.wav",
      mimeType: "audio/wav",
      durationSeconds: 3,
    });
    expect(wordsInTones(decoded.recording?.bytes ?? new Uint8Array())).toBe("Где заказ?");
  },
);

test("a video note without sound has nothing to be heard", async () => {
  expect(await decode(fixture("mute.mp4"))).toEqual({ ok: true, recording: null });
});

describe("what cannot be decoded is told in words", () => {
  const damaged = fixture("video-note.mp4").map((byte, at) =>
    at > 100 && at % 7 === 0 ? byte ^ 0xa5 : byte,
  );
  test.each([
    ["half a file", fixture("video-note.mp4").subarray(0, 900)],
    ["a damaged one", damaged],
    ["something else", Buffer.from("A short note.\n")],
    ["nothing", new Uint8Array()],
  ])("%s", async (_, bytes) => {
    expect(await decode(bytes)).toMatchObject({
      ok: false,
      failure: { kind: "unsupported", detail: expect.stringContaining("cannot be decoded: ") },
    });
  });
});

test("ten minutes keep this thread free for others; more than twenty are not taken", {
  timeout: 60_000,
}, async () => {
  const bare = fixture("sound.aac");
  const times = (howOften: number) => Buffer.concat(Array.from({ length: howOften }, () => bare));
  const before = performance.eventLoopUtilization();
  const decoded = await decode(times(230));
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  expect(decoded).toMatchObject({ recording: { durationSeconds: expect.closeTo(600, -2) } });
  expect(await decode(times(480))).toMatchObject({
    failure: { detail: expect.stringContaining("longer than 1200 s") },
  });
});

import { parentPort, workerData } from "node:worker_threads";
import { decoder } from "@audio/decode-aac";
import { ADTS, BufferSource, EncodedPacketSink, Input, MP4, QTFF } from "mediabunny";
import { resampler } from "@/server/ai/speech/resampler";

// The thread in which one recording is decoded: whatever a damaged file does to it ends here.

/** What the thread is told. */
export type DecodeTask = { bytes: Uint8Array; rate: number; mostSeconds: number };
/** What it answers: mono samples, 16 bits each (none: the file has no sound), or why not, for a log. */
export type Decoded = { ok: true; samples: Int16Array<ArrayBuffer> } | { ok: false; detail: string };

/** So many packets, some 20 ms of sound each, are decoded in one go. */
const batchSize = 64;

async function decode({ bytes, rate, mostSeconds }: DecodeTask): Promise<Decoded> {
  using input = new Input({ source: new BufferSource(bytes), formats: [MP4, QTFF, ADTS] });
  const track = await input.getPrimaryAudioTrack();
  if (!track) {
    const isWhole = (await input.getTracks()).length > 0;
    return isWhole ? { ok: true, samples: new Int16Array() } : { ok: false, detail: "it is not whole" };
  }
  const config = await track.getDecoderConfig();
  if (!config?.codec.startsWith("mp4a.40"))
    return { ok: false, detail: `its sound is ${config?.codec ?? "of an unknown kind"}, not AAC` };
  const asc = config.description && bytesOf(config.description);
  const aac = await decoder(asc ? { asc } : {});
  const parts: Int16Array[] = [];
  let resample: ((mono: Float32Array) => Int16Array) | undefined;
  let total = 0;
  const take = (packets: Uint8Array[]) => {
    const { channelData, sampleRate } = aac.decode(asc ? packets : Buffer.concat(packets));
    if (channelData.length === 0) return;
    // HE-AAC tells its rate only now: the container may name half of it.
    resample ??= resampler(sampleRate, rate);
    const part = resample(mixed(channelData));
    parts.push(part);
    total += part.length;
  };
  let batch: Uint8Array[] = [];
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    batch.push(data);
    if (batch.length < batchSize) continue;
    take(batch);
    batch = [];
    if (total > mostSeconds * rate) return { ok: false, detail: `it is longer than ${mostSeconds} s` };
  }
  if (batch.length > 0) take(batch);
  if (total === 0) return { ok: false, detail: "its sound is damaged" };
  const samples = new Int16Array(total);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { ok: true, samples };
}

function bytesOf(source: NonNullable<AudioDecoderConfig["description"]>): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}

function mixed(channels: Float32Array[]): Float32Array {
  const [first = new Float32Array(), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((value, at) => others.reduce((sum, one) => sum + (one[at] ?? 0), value) / channels.length);
}

if (!parentPort) throw new Error("This runs in a worker thread only");
// Demuxer and decoder throw at what they cannot read.
const decoded = await decode(workerData).catch(
  (error: unknown): Decoded => ({ ok: false, detail: String(error) }),
);
parentPort.postMessage(decoded, decoded.ok ? [decoded.samples.buffer] : []);

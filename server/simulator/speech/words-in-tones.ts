const rate = 16_000;
/** Each tone lasts so many samples: 60 ms, longer than any codec smears. */
const slot = 960;
/** A byte is two tones of these 17, its high half first; the last one opens and closes the whole. */
const frequencies = Array.from({ length: 17 }, (_, at) => 500 + at * 200);
const mark = 16;
const silence = -1;

/** A WAV, 16 kHz mono, in which words are whistled: unlike a comment they stay when the sound is encoded and decoded. */
export function inTones(words: string): Uint8Array {
  const halves = [...Buffer.from(words)].flatMap((byte) => [byte >> 4, byte & 15]);
  // What an encoder cuts off at both ends is silence.
  const tones = [silence, silence, mark, ...halves, mark, silence, silence];
  const samples = new Int16Array(tones.length * slot).map((_, at) => {
    const frequency = frequencies[tones[Math.floor(at / slot)] ?? silence] ?? 0;
    // Without steps from tone to tone, which would be noise.
    const edge = Math.min(1, (at % slot) / 80, (slot - (at % slot)) / 80);
    return Math.sin((2 * Math.PI * frequency * at) / rate) * edge * 16_000;
  });
  const header = Buffer.alloc(44);
  header.write("RIFF");
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  // 16 bytes of format: PCM, one channel, samples and bytes a second, 2 bytes a sample, 16 bits.
  Buffer.from(new Uint32Array([16, 0x1_0001, rate, rate * 2, 0x10_0002]).buffer).copy(header, 16);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

/** The words that are whistled in a WAV of 16 kHz mono; null for anything else. */
export function wordsInTones(wav: Uint8Array): string | null {
  const bytes = Buffer.from(wav);
  const isOurs = /^RIFF.{4}WAVE/s.test(bytes.toString("latin1", 0, 12)) && bytes.byteLength > 44;
  if (!isOurs || bytes.readUInt16LE(22) !== 1 || bytes.readUInt32LE(24) !== rate) return null;
  const samples = Float32Array.from({ length: (bytes.byteLength - 44) >> 1 }, (_, at) =>
    bytes.readInt16LE(44 + at * 2),
  );
  const start = firstMark(samples);
  if (start === null) return null;
  const halves: number[] = [];
  for (let at = start + slot; at + slot <= samples.length; at += slot) {
    const tone = toneAt(samples, at);
    if (tone === null) return null;
    if (tone === mark) {
      const pairs = Array.from({ length: halves.length >> 1 }, (_, pair) =>
        halves.slice(pair * 2, pair * 2 + 2),
      );
      return Buffer.from(pairs.map(([high = 0, low = 0]) => high * 16 + low)).toString();
    }
    halves.push(tone);
  }
  return null;
}

/** Where the opening tone begins, behind some silence. */
function firstMark(samples: Float32Array): number | null {
  const loud = samples.findIndex((value) => Math.abs(value) > 2_000);
  const start = Math.max(0, loud - 20);
  return loud >= 0 && toneAt(samples, start) === mark ? start : null;
}

/** The tone in the middle of a slot; null where none stands out. */
function toneAt(samples: Float32Array, at: number): number | null {
  const middle = samples.subarray(at + slot / 4, at + (slot * 3) / 4);
  const powers = frequencies.map((frequency) => power(middle, frequency));
  const best = powers.indexOf(Math.max(...powers));
  const all = middle.reduce((sum, value) => sum + value * value, 0) * middle.length;
  return (powers[best] ?? 0) > all * 0.2 ? best : null;
}

/** Goertzel's algorithm: how much of one frequency is in the samples. */
function power(samples: Float32Array, frequency: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let [one, two] = [0, 0];
  for (const value of samples) [one, two] = [value + turn * one - two, one];
  return one * one + two * two - turn * one * two;
}

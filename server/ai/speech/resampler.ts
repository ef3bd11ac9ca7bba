/** Zero crossings of the filter on each side: enough for speech. */
const crossings = 12;

/**
 * Turns mono samples of one rate, from -1 to 1 and given piece by piece, into 16-bit samples of another (windowed sinc;
 * what the new rate cannot carry is filtered out). The last few ms of the sound stay behind in it.
 */
export function resampler(from: number, to: number): (mono: Float32Array) => Int16Array<ArrayBuffer> {
  const shared = commonDivisor(from, to);
  const [up, down] = [to / shared, from / shared];
  const cut = Math.min(1, to / from);
  const reach = Math.ceil(crossings / cut);
  const phases = Array.from({ length: up }, (_, phase) => taps(phase / up, reach, cut));
  let kept = new Float32Array(reach);
  /** Where the next sample lies: `kept[at]` and `phase`/`up` of the way to the one behind. */
  let at = reach;
  let phase = 0;
  return (mono) => {
    const all = new Float32Array(kept.length + mono.length);
    all.set(kept);
    all.set(mono, kept.length);
    const made = new Int16Array(Math.max(0, Math.ceil(((all.length - reach - at) * up) / down)) + 1);
    let count = 0;
    while (at + reach < all.length) {
      let sum = 0;
      const weights = phases[phase] ?? [];
      for (let tap = 0; tap < weights.length; tap += 1)
        sum += (all[at - reach + 1 + tap] ?? 0) * (weights[tap] ?? 0);
      made[count] = Math.max(-1, Math.min(1, sum)) * 32_767;
      count += 1;
      phase += down;
      at += Math.floor(phase / up);
      phase %= up;
    }
    const left = Math.min(all.length, at - reach);
    kept = all.slice(left);
    at -= left;
    return made.slice(0, count);
  };
}

/** The weights of the samples around a point that lies `offset` behind one of them. */
function taps(offset: number, reach: number, cut: number): Float32Array {
  const weights = Float32Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - offset;
    const turn = Math.PI * distance * cut;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
    return (turn === 0 ? 1 : Math.sin(turn) / turn) * window;
  });
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((weight) => weight / sum);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

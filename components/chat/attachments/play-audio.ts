/** What the one player of the page does. `key` tells whose sound it holds; times are in seconds. */
export type Playback = {
  key: string | null;
  isPlaying: boolean;
  position: number;
  /** 0 until the browser knows it. */
  duration: number;
  hasFailed: boolean;
};

const IDLE: Playback = { key: null, isPlaying: false, position: 0, duration: 0, hasFailed: false };

let playback = IDLE;
let player: HTMLAudioElement | null = null;
const listeners = new Set<() => void>();

function tell(part: Partial<Playback>): void {
  playback = { ...playback, ...part };
  for (const listener of listeners) listener();
}

/** Videos that people hear stop each other and the recordings, whichever begins last goes on. */
function silence(but: EventTarget | null): void {
  if (player && but !== player) player.pause();
  for (const video of document.querySelectorAll("video")) if (video !== but && !video.muted) video.pause();
}

function open(): HTMLAudioElement {
  if (player) return player;
  const audio = new Audio();
  player = audio;
  const follow = () => tell({ position: audio.currentTime, isPlaying: !audio.paused && !audio.ended });
  for (const event of ["play", "pause", "timeupdate", "seeked"]) audio.addEventListener(event, follow);
  audio.addEventListener("durationchange", () => {
    // A stream without an index says Infinity until it has been read to its end.
    if (Number.isFinite(audio.duration)) tell({ duration: audio.duration });
  });
  audio.addEventListener("ended", () => {
    audio.currentTime = 0;
    tell({ isPlaying: false, position: 0 });
  });
  audio.addEventListener("error", () => tell({ isPlaying: false, hasFailed: true }));
  document.addEventListener(
    "play",
    ({ target }) => {
      if (target instanceof HTMLVideoElement && !target.muted) silence(target);
    },
    true,
  );
  return audio;
}

export const playAudio = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: (): Playback => playback,
  idle: (): Playback => IDLE,
  /** Plays, or pauses what plays; another sound that was playing stops. */
  toggle: (key: string, url: string): void => {
    const audio = open();
    if (playback.key !== key || playback.hasFailed) {
      audio.src = url;
      tell({ ...IDLE, key });
    } else if (!audio.paused) {
      audio.pause();
      return;
    }
    silence(audio);
    // A refusal comes as an `error` of its own, or because the reader pressed pause meanwhile.
    audio.play().catch(() => tell({ isPlaying: false }));
  },
  seek: (key: string, seconds: number): void => {
    if (!player || playback.key !== key) return;
    player.currentTime = seconds;
    tell({ position: seconds });
  },
};

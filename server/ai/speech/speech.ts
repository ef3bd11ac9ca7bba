/** A recording as an engine gets it. */
export type Recording = {
  bytes: Uint8Array;
  /** With an ending that says its format: some engines go by it. */
  fileName: string;
  mimeType: string;
  durationSeconds: number | null;
  /** What is surely spoken in it, ISO 639-1; a wrong hint would have an engine translate. Null: let it find out. */
  language: string | null;
  /** What is likely spoken, for engines that must be told. */
  likelyLanguage: string;
};

export const SPEECH_FAILURES = [
  "timeout",
  "unreachable",
  "unauthorized",
  "rate_limited",
  "server_error",
  /** The engine does not take this format or length. */
  "unsupported",
  "bad_answer",
] as const;
export type SpeechFailure = { kind: (typeof SPEECH_FAILURES)[number]; detail: string };

/** An empty text: nobody speaks in it. */
export type Heard = { ok: true; text: string } | { ok: false; failure: SpeechFailure };

export type SpeechEngine = {
  /** Kept with what it heard: `openai whisper-1`. */
  name: string;
  /** Whether it can be given a file of this type; others are decoded to WAV first. Left out: it is given any. */
  takes?(mimeType: string): boolean;
  /** Turns a recording into words; what goes wrong is returned, never thrown. */
  hear(recording: Recording): Promise<Heard>;
};

/** How long a service may take, in ms. */
export const longestHearingMs = 180_000;

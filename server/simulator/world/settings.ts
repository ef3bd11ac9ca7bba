import { z } from "zod";

/** How the model answers; also selectable per request by a model name such as `sim-refusing`. */
export const MODEL_MODES = [
  "grounded",
  "refusing",
  "inventing",
  "misquoting",
  "broken-json",
  "slow",
  "401",
  "429",
  "500",
  "hanging",
  "truncated",
] as const;

/** How recordings are heard; `plain`: without what Whisper tells of each segment, `inventing`: words where none are. */
export const SPEECH_MODES = [
  "hearing",
  "plain",
  "inventing",
  "slow",
  "401",
  "429",
  "500",
  "hanging",
] as const;

/** Settings of the simulated world; durations in ms unless named otherwise. */
export const settingsSchema = z.strictObject({
  strict: z.boolean().default(true),
  floodLimits: z
    .strictObject({
      enabled: z.boolean().default(true),
      privatePerSecond: z.number().positive().default(1),
      privateBurst: z.number().int().positive().default(5),
      groupPerMinute: z.number().int().positive().default(20),
      overallPerSecond: z.number().int().positive().default(30),
    })
    .prefault({}),
  webhookRetryMs: z.number().int().positive().default(1000),
  model: z
    .strictObject({
      mode: z.enum(MODEL_MODES).default("grounded"),
      delayMs: z.number().int().nonnegative().default(3000),
      chunkMs: z.number().int().nonnegative().default(10),
    })
    .prefault({}),
  speech: z
    .strictObject({
      mode: z.enum(SPEECH_MODES).default("hearing"),
      delayMs: z.number().int().nonnegative().default(3000),
    })
    .prefault({}),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ModelMode = (typeof MODEL_MODES)[number];

/** Lays `change` over `current`, one level into the nested groups. */
export function mergeSettings(
  current: Settings,
  change: {
    strict?: boolean;
    webhookRetryMs?: number;
    floodLimits?: Partial<Settings["floodLimits"]>;
    model?: Partial<Settings["model"]>;
    speech?: Partial<Settings["speech"]>;
  },
): Settings {
  return settingsSchema.parse({
    ...current,
    ...change,
    floodLimits: { ...current.floodLimits, ...change.floodLimits },
    model: { ...current.model, ...change.model },
    speech: { ...current.speech, ...change.speech },
  });
}

import { z } from "zod";
import type { FieldMeta } from "@/server/providers/form";

export const kchatCredentials = z.object({
  /** Of the bot, from KChat's administrators: `BOT-<uuid>-<uuid>-<ms>-<uuid>`, good for one year. */
  token: z
    .string()
    .trim()
    .regex(/^BOT-[\w-]{10,}$/)
    .meta({ input: "secret", placeholder: "BOT-…" } satisfies FieldMeta),
});
export type KchatCredentials = z.infer<typeof kchatCredentials>;

/** Empty for the usual one; without a slash at its end. */
const host = z
  .string()
  .trim()
  .max(300)
  .overwrite((value) => value.replace(/\/+$/, ""))
  .refine((value) => value === "" || (/^https?:\/\//.test(value) && URL.canParse(value)));

export const kchatSettings = z.object({
  /** What the bot is for: the meetings, conversations with customers, or both. */
  serves: z.enum(["both", "meetings", "support"]).default("both"),
  /** Where another installation of the platform has its API and its events; else API_BASE_URL and SSE_BASE_URL. */
  apiBaseUrl: host
    .default("")
    .meta({ input: "url", placeholder: "https://api.kchat.app", advanced: true } satisfies FieldMeta),
  sseBaseUrl: host
    .default("")
    .meta({ input: "url", placeholder: "https://pusher.kchat.app", advanced: true } satisfies FieldMeta),
  /** KChat's own workspaces that the bot hears, as numbers in text; -1 is the public one. */
  kchatWorkspaceIds: z
    .array(z.string().regex(/^-?\d{1,19}$/))
    .default(["-1"])
    .meta({ placeholder: "-1", advanced: true } satisfies FieldMeta),
  /**
   * A group that the bot is in, in which it is looked whether the bot answers: its number in text, or
   * `<workspace>:<group>` where it is not in the first of the workspaces.
   */
  healthCheckGroupId: z
    .string()
    .trim()
    .regex(/^((-?\d{1,19}:)?-?\d{1,19})?$/)
    .default("")
    .meta({ placeholder: "4711", advanced: true } satisfies FieldMeta),
});
export type KchatSettings = z.infer<typeof kchatSettings>;

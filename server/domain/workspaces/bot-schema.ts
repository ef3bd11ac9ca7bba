import { z } from "zod";

/** The workspace's bot as pages and the API show it. While it is stopped no resource of it listens, whatever its own state. */
export const botStateSchema = z.object({
  state: z.enum(["running", "stopped"]),
  /** When it was stopped, ISO 8601; null while it runs. */
  since: z.iso.datetime().nullable(),
  resources: z.array(
    z.object({
      id: z.number().int(),
      provider: z.string(),
      name: z.string(),
      state: z.enum(["ready", "active", "paused", "error"]),
      error: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
    }),
  ),
  /** Whether the caller may start and stop it. */
  mayControl: z.boolean(),
});
export type BotState = z.infer<typeof botStateSchema>;

import { z } from "zod";
import type { FieldMeta } from "@/server/providers/form";

/** One word of Zoom's *App Credentials* page. */
const word = z.string().trim().min(4).max(200).regex(/^\S+$/);

/** Of a server-to-server OAuth app: https://developers.zoom.us/docs/internal-apps/s2s-oauth/. */
export const zoomCredentials = z.object({
  accountId: word,
  clientId: word,
  clientSecret: word.meta({ input: "secret" } satisfies FieldMeta),
});
export type ZoomCredentials = z.infer<typeof zoomCredentials>;

export const zoomSettings = z.object({});
export type ZoomSettings = z.infer<typeof zoomSettings>;

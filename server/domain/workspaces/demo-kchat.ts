import { z } from "zod";
import cast from "@/config/demo-kchat.json";

const place = { id: z.string() };

const demoKchatSchema = z.object({
  bot: z.object({ ...place, name: z.string() }),
  group: z.object({ ...place, title: z.string() }),
});

/** The demo's bot in KChat and the group that it is in, as config/demo-kchat.json names them. */
export const demoKchat: z.infer<typeof demoKchatSchema> = demoKchatSchema.parse(cast);

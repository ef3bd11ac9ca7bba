import { z } from "zod";
import cast from "@/config/demo-kchat.json";

const place = { id: z.string() };

const demoKchatSchema = z.object({
  bot: z.object({ ...place, name: z.string() }),
  group: z.object({ ...place, title: z.string() }),
  people: z.array(
    z.object({
      ...{ lastName: z.string(), firstName: z.string(), middleName: z.string() },
      ...{ email: z.string(), phone: z.string(), isOrganiser: z.boolean() },
    }),
  ),
});

/** The demo's bot in KChat, the group that it is in, and who uses it, as config/demo-kchat.json names them. */
export const demoKchat: z.infer<typeof demoKchatSchema> = demoKchatSchema.parse(cast);

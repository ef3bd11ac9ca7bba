import { z } from "zod";

/** Settings of a workspace's hub, as they stand in `workspaces.hub_settings`; what is missing has its default. */
export const hubSettings = z.object({
  /** What the analysis by a model may cost in a day, in US dollars; 0 leaves it to patterns and the offline classifier. */
  analysisDailyBudget: z.number().min(0).max(10_000).default(1),
  /** Messages of these intents make a lead by themselves. */
  leadIntents: z
    .array(z.enum(["question", "order", "complaint", "interest", "confirmation", "broadcast", "other"]))
    .default([]),
  /** Hours that a proposed message waits for a decision. */
  approvalHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 30)
    .default(24),
  /** Proposals are shown in the managers' groups, with buttons. */
  approvalsInGroup: z.boolean().default(true),
  /** ISO 4217, for leads' values. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
});
export type HubSettings = z.infer<typeof hubSettings>;

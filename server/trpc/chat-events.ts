import { tracked } from "@trpc/server";
import { z } from "zod";
import { admitStream } from "@/server/domain/conversations/admit-stream";
import { customerEvents } from "@/server/domain/conversations/customer-events";
import { customerProcedure } from "@/server/trpc/init";

/** Where the stream goes on: what the page knows, overtaken by the last event a reconnecting client has seen. */
const eventsInput = z.object({ cursor: z.string().max(500), lastEventId: z.string().max(500).nullish() });

const streamProcedure = customerProcedure.use(async ({ ctx, next }) => {
  await admitStream(ctx.actor);
  return next();
});

/** What happens to the customer's conversations, as it happens. */
export const chatEvents = streamProcedure.input(eventsInput).subscription(async function* ({
  ctx,
  input,
  signal,
}) {
  const cursor = input.lastEventId ?? input.cursor;
  const until = signal ?? new AbortController().signal;
  for await (const { id, event } of customerEvents(ctx.actor, { cursor, signal: until })) {
    yield tracked(id, event);
  }
});

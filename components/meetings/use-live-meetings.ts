import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/components/shell/trpc";

/** Hundreds may answer within a minute: what is shown is asked for anew once in this time. */
const pauseMs = 600;

/** Asks for meetings anew when something changes, of one meeting or of all; false while the stream is lost. */
export function useLiveMeetings(meetingId?: number): boolean {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { status, error } = useSubscription(
    trpc.meetings.events.subscriptionOptions(undefined, {
      onData: (event) => {
        const { meetingId: changed } = event;
        if (meetingId !== undefined && changed !== null && changed !== meetingId) return;
        if (timer.current) return;
        timer.current = setTimeout(() => {
          timer.current = undefined;
          for (const part of [
            trpc.meetings.get,
            trpc.meetings.list,
            trpc.meetings.invitees,
            trpc.meetings.people,
          ])
            void queries.invalidateQueries({ queryKey: part.pathKey() });
        }, pauseMs);
      },
    }),
  );
  return status !== "error" && !(status === "connecting" && error);
}

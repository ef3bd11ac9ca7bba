import { useQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import type { Reach } from "@/server/domain/meetings/schema";

const pageSize = 500;

/** How many invitees of a meeting can be told by which way; undefined until it is known. */
export function useReach(meetingId: number): Record<Reach, number> | undefined {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data } = useQuery({
    queryKey: [...trpc.meetings.invitees.pathKey(), "reach", meetingId],
    queryFn: async () => {
      const counts: Record<Reach, number> = { bot: 0, mail: 0, none: 0 };
      for (let page = 0, pages = 1; page < pages; page++) {
        const found = await client.meetings.invitees.query({ meetingId, page, pageSize });
        pages = found.pages;
        for (const { person } of found.invitees) counts[person.reach] += 1;
      }
      return counts;
    },
  });
  return data;
}

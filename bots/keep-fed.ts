import { workspaceTopic } from "@/server/domain/conversations/record-change";
import { logger } from "@/server/lib/logger";
import { realtime } from "@/server/realtime/realtime";

/** A wake-up may be lost, a retry falls due, a resource is activated, a workspace is made: looked for this often. */
const lookEveryMs = 5000;
/** What happens within so long is fed together. */
const gatherMs = 200;

/**
 * Has what happens in workspaces passed on soon after it happened: `queue` queues the jobs for those of `workspaceIds`
 * (or of all) that are behind, and returns the workspaces to watch. Ends when the returned function is called.
 */
export function keepFed(queue: (workspaceIds?: number[]) => Promise<number[]>): () => void {
  const heard = new Map<number, () => void>();
  const changed = new Set<number>();
  let gathering: NodeJS.Timeout | undefined;
  let looking = false;

  const wake = (workspaceIds?: number[]) =>
    queue(workspaceIds).catch((error: unknown) => {
      logger.debug({ error: String(error) }, "what is to be passed on was not looked for, trying again");
      return null;
    });
  const onChange = (workspaceId: number) => {
    changed.add(workspaceId);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      const workspaceIds = [...changed];
      changed.clear();
      void wake(workspaceIds);
    }, gatherMs);
  };
  const look = async () => {
    if (looking) return;
    looking = true;
    const workspaceIds = await wake();
    looking = false;
    if (!workspaceIds) return;
    for (const [workspaceId, stop] of heard) {
      if (workspaceIds.includes(workspaceId)) continue;
      stop();
      heard.delete(workspaceId);
    }
    for (const workspaceId of workspaceIds) {
      if (heard.has(workspaceId)) continue;
      heard.set(
        workspaceId,
        realtime.subscribe(workspaceTopic(workspaceId), () => onChange(workspaceId)),
      );
    }
  };

  const timer = setInterval(look, lookEveryMs);
  void look();
  return () => {
    clearInterval(timer);
    clearTimeout(gathering);
    for (const stop of heard.values()) stop();
  };
}

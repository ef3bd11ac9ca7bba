import { setTimeout as sleep } from "node:timers/promises";
import type { Intake } from "@/bots/kchat/intake";
import { askKchat, type ListenerState, noteGroups } from "@/bots/kchat/listener-state";
import { ListenerStopped } from "@/bots/listener-stopped";
import { readGroupStates } from "@/server/providers/kchat/transform";

/** New chats that are heard of within so long are asked for together; milliseconds. */
const gatherMs = 200;
/** Where new chats keep coming the questions stand so far apart, to leave requests for everything else. */
const gapMs = 6000;
/** So many between two questions are asked for one by one, by whoever handles their events, which is quicker. */
const mostAlone = 5;

/**
 * What hears of chats that nobody knows: what comes there waits in `intake` until one question, for all of them, told
 * whether they are private. `onFailure` hears that the token is refused.
 */
export function groupLearner(
  state: ListenerState,
  intake: Intake,
  { signal, onFailure }: { signal: AbortSignal; onFailure: (error: unknown) => void },
): (chat: string) => void {
  const wanted = new Set<string>();
  let busy = false;
  let askedAt = 0;
  const alone = new Set<string>();
  const learn = async () => {
    while (wanted.size > 0) {
      await sleep(Math.max(gatherMs, askedAt + gapMs - Date.now()), undefined, { signal });
      askedAt = Date.now();
      alone.clear();
      const asked = [...wanted];
      wanted.clear();
      const answer = await askKchat(state, "groups/getAllUserGroupStates", {}, signal);
      if (answer.ok) noteGroups(state, readGroupStates(answer.value));
      else if (answer.kind === "unauthorised") throw new ListenerStopped("token_invalid", answer.detail);
      // Where KChat did not tell, whoever handles the event asks for that one chat.
      for (const chat of asked) intake.release(chat);
    }
  };
  return (chat) => {
    // Whoever handles the event has other requests to ask with.
    if (state.budget.left() <= 0) return;
    if (!busy && Date.now() < askedAt + gapMs && alone.size < mostAlone) alone.add(chat);
    // Whatever else is said there does not wait either.
    if (alone.has(chat)) return;
    intake.hold(chat);
    wanted.add(chat);
    if (busy) return;
    busy = true;
    learn()
      .catch(onFailure)
      .finally(() => {
        busy = false;
      });
  };
}

import { atLeast, atMost, type Figures, percentile, told } from "./figures";
import { runBeside } from "./run-beside";
import type { RunningProduct } from "./start-product";

const invitees = 500;
const seconds = 60;

/** From an invitee's press in KChat to the answer that is kept, while all of them answer within a minute. */
export async function benchMeetings({ simulatorUrl }: RunningProduct, dataDir: string): Promise<Figures> {
  const args = ["--simulator", simulatorUrl, "--invitees", String(invitees), "--seconds", String(seconds)];
  const [line = ""] = (await runBeside(dataDir, "answer-meeting.ts", args)).slice(-1);
  const { waits, recorded, waiting, pressedWithin } = JSON.parse(line) as {
    waits: number[];
    recorded: number;
    waiting: number;
    pressedWithin: number;
  };
  return {
    meeting_answers_recorded: atLeast(recorded, "answers", invitees),
    meeting_answers_within: atMost(pressedWithin, "s", seconds + 5),
    meeting_answer_p95: atMost(percentile(waits, 0.95), "ms", 2000),
    meeting_answer_p50: told(percentile(waits, 0.5), "ms"),
    meeting_answer_longest: told(Math.max(...waits), "ms"),
    meeting_confirmations_waiting: told(waiting, "messages"),
  };
}

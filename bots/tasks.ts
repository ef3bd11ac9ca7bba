import type { TaskList } from "graphile-worker";
import { processUpdates } from "@/bots/process-updates";
import { refreshSummaries } from "@/bots/refresh-summaries";
import { sweepUnconfirmed } from "@/server/domain/accounts/sweep-unconfirmed";
import { expireApprovals } from "@/server/domain/approvals/expire-approvals";
import { releaseApprovals } from "@/server/domain/approvals/release-approvals";
import { answerTurn } from "@/server/domain/conversations/answer-turn";
import { enforceRetention } from "@/server/domain/conversations/enforce-retention";
import { openTopic } from "@/server/domain/conversations/open-topic";
import { pushUnread } from "@/server/domain/conversations/push-unread";
import { sweepLeftovers } from "@/server/domain/conversations/sweep-leftovers";
import { watchWaiting } from "@/server/domain/conversations/watch-waiting";
import { fetchAttachment } from "@/server/domain/files/fetch-attachment";
import { sweepFiles } from "@/server/domain/files/sweep-files";
import { analyseMessages } from "@/server/domain/intents/analyse-messages";
import { embedPassages } from "@/server/domain/knowledge/embed-passages";
import { runMeetings } from "@/server/domain/meetings/run-meetings";
import { tellMeeting } from "@/server/domain/meetings/tell-meeting";
import { drainChat } from "@/server/domain/messages/drain-chat";
import { feedHub } from "@/server/domain/messages/hub/feed-hub";
import { sendMail } from "@/server/domain/notifications/send-mail";
import { deliverWebhooks } from "@/server/domain/resources/outgoing/deliver-webhooks";
import { feedWebhooks } from "@/server/domain/resources/outgoing/feed-webhooks";
import { transcribe } from "@/server/domain/speech/transcribe";
import type { JobName, Jobs } from "@/server/jobs/jobs";
import { requeueStranded } from "@/server/jobs/requeue-stranded";

const tasks: { [Name in JobName]: (payload: Jobs[Name]) => Promise<void> } = {
  "process-updates": processUpdates,
  "drain-chat": drainChat,
  "answer-turn": answerTurn,
  "open-topic": openTopic,
  "fetch-attachment": fetchAttachment,
  transcribe,
  "embed-passages": embedPassages,
  "requeue-stranded": requeueStranded,
  "watch-waiting": watchWaiting,
  "push-unread": pushUnread,
  "sweep-leftovers": sweepLeftovers,
  "send-mail": sendMail,
  "sweep-accounts": sweepUnconfirmed,
  "sweep-files": sweepFiles,
  "enforce-retention": enforceRetention,
  "analyse-messages": analyseMessages,
  "feed-hub": feedHub,
  "feed-webhooks": feedWebhooks,
  "deliver-webhooks": deliverWebhooks,
  "release-approvals": releaseApprovals,
  "expire-approvals": expireApprovals,
  "tell-meeting": tellMeeting,
  "refresh-summaries": refreshSummaries,
  "run-meetings": runMeetings,
};

/** Which use case each job runs; payloads were typed where they were queued. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries(tasks).map(([name, run]) => [name, (payload: unknown) => run(payload as never)]),
);

import type { Understanding } from "@/server/domain/intents/schema";
import { makeLeadByRule } from "@/server/domain/leads/make-lead-by-rule";
import type { IntentName } from "@/server/domain/messages/hub/schema";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { transaction } from "@/server/lib/db";

/** A message that was understood, as it read at that time. */
export type Understood = Understanding & {
  id: number;
  /** SHA-256-like fingerprint of what was read: a message edited since then is left for the next run. */
  fingerprint: string;
  durationMs: number;
  model?: string;
  /** Millionths of a US dollar. */
  costMicros?: number;
};

/** SQL for what a message's fingerprint is made of. */
export const fingerprintSql = "md5(hub_messages.text || '|' || coalesce(hub_messages.transcript, ''))";

/**
 * Keeps what was understood of messages that still wait and still read the same; what a person corrected stays as they
 * said, with the machine's word beside it.
 */
export async function saveUnderstandings(workspaceId: number, understood: Understood[]): Promise<number> {
  if (understood.length === 0) return 0;
  const rows = understood.map(({ why: _why, ...row }) => row);
  return transaction(async (tx) => {
    const saved = await tx.$queryRawUnsafe<{ id: number; intent: IntentName }[]>(
      `with given as (
         select * from jsonb_to_recordset($2::jsonb) as given(
           id int, fingerprint text, intent "Intent", confidence real, sentiment "Sentiment", entities jsonb,
           urgent boolean, "urgentWhy" text, method "AnalysisMethod", model text, "costMicros" bigint, "durationMs" int)
       ), waiting as (
         select hub_messages.id from hub_messages join given on given.id = hub_messages.id
         where workspace_id = $1 and needs_analysis and ${fingerprintSql} = given.fingerprint
         order by hub_messages.id for update of hub_messages
       ), kept as (
         insert into message_analyses as known (hub_message_id, workspace_id, intent, confidence, sentiment, entities,
           urgent, urgent_why, method, model, cost_micros, duration_ms)
         select given.id, $1, intent, confidence, sentiment, entities, urgent, "urgentWhy", method, model,
           "costMicros", "durationMs"
         from given join waiting using (id)
         on conflict (hub_message_id) do update set
           machine_intent = case when known.corrected_at is null then null else excluded.intent end,
           machine_sentiment = case when known.corrected_at is null then null else excluded.sentiment end,
           machine_urgent = case when known.corrected_at is null then null else excluded.urgent end,
           intent = case when known.corrected_at is null then excluded.intent else known.intent end,
           confidence = case when known.corrected_at is null then excluded.confidence else known.confidence end,
           sentiment = case when known.corrected_at is null then excluded.sentiment else known.sentiment end,
           urgent = case when known.corrected_at is null then excluded.urgent else known.urgent end,
           urgent_why = case when known.corrected_at is null then excluded.urgent_why else known.urgent_why end,
           method = case when known.corrected_at is null then excluded.method else known.method end,
           entities = excluded.entities, model = excluded.model,
           cost_micros = coalesce(known.cost_micros, 0) + excluded.cost_micros, duration_ms = excluded.duration_ms,
           created_at = now()
         returning hub_message_id, intent, confidence, sentiment, urgent
       )
       update hub_messages set intent = kept.intent, intent_confidence = kept.confidence,
         sentiment = kept.sentiment, urgent = kept.urgent, analysed_at = now(), needs_analysis = false
       from kept where hub_messages.id = kept.hub_message_id
       returning hub_messages.id, hub_messages.intent`,
      workspaceId,
      JSON.stringify(rows),
    );
    const { leadIntents } = await hubSettingsOf(workspaceId, tx);
    for (const { id, intent } of saved)
      if (leadIntents.includes(intent)) await makeLeadByRule(tx, { workspaceId, hubMessageId: id, intent });
    if (saved.length > 0) await tellHub(tx, workspaceId);
    return saved.length;
  });
}

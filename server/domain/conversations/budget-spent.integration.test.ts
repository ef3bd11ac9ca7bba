import { afterAll, expect, test } from "vitest";
import { firm, newPerson, write } from "@/scripts/testing/waiting-firm";
import { startScriptedModel } from "@/server/ai/testing/start-scripted-model";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { answerOffer } from "./answer-offer";
import { answerTurn } from "./answer-turn";

const model = await startScriptedModel([{ pieces: ["{}"] }]);
env.OPENAI_API_BASE = model.url;
env.OPENAI_MODEL_NAME = "gpt-4o-mini";
afterAll(async () => {
  env.OPENAI_API_BASE = undefined;
  env.OPENAI_MODEL_NAME = undefined;
  await model.close();
  await realtime.stop();
});

test("when the budget is spent the customer is offered a person, who reads why; the model is not asked", async () => {
  const company = await firm();
  const { workspaceId } = company;
  await db.aiSettings.create({ data: { workspaceId, monthlyBudgetMicros: 100n } });
  const actor = await newPerson(company);
  // The knowledge base answers this word for word, but a spent budget is people's turn.
  const { message } = await write(actor, "What is the deposit for economy cars?");
  const { conversationId } = message;
  await answerTurn({ conversationId });
  const conversation = () => db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
  expect(await conversation()).toMatchObject({
    state: "assistant",
    offer: "open",
    handoffReason: "budget_spent",
  });
  expect(model.requests).toHaveLength(0);
  await answerOffer(actor, { accept: true });
  expect(await conversation()).toMatchObject({ state: "waiting", handoffReason: "budget_spent" });
  expect(await db.alert.count({ where: { workspaceId, code: "budget_spent", resolvedAt: null } })).toBe(1);

  await write(await newPerson(company), "Where is my car?").then(({ message: other }) =>
    answerTurn({ conversationId: other.conversationId }),
  );
  expect(await db.alert.count({ where: { workspaceId, code: "budget_spent" } })).toBe(1);
});

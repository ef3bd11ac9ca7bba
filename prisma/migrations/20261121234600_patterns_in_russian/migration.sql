-- The patterns that Russian-speaking workspaces began with had English names; those that people renamed or changed stay.
UPDATE "intent_patterns" SET "name" = own."russian"
FROM "workspaces", (VALUES
  ('Broadcast', 'напоминаю, свободные к продаже, акция, скидка', 'Рассылка'),
  ('Complaint', 'брак, плохо, испорчен, жалоба, претензия, ужасно', 'Жалоба'),
  ('Order', 'беру, заказываю, оформляю, хочу заказать', 'Заказ'),
  ('Price', 'сколько, цена, стоит, почём', 'Цена'),
  ('Stock', 'есть, наличии, остались, когда будет', 'Наличие'),
  ('Confirmation', 'да, подтверждаю, согласен, ок, хорошо', 'Подтверждение')
) AS own ("english", "pattern", "russian")
WHERE "workspaces"."id" = "intent_patterns"."workspace_id" AND "workspaces"."locale" ~* '^(ru|be|kk)\M'
  AND "intent_patterns"."name" = own."english" AND "intent_patterns"."pattern" = own."pattern";

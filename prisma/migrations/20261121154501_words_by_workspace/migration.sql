-- A workspace's words are told from another's by what stands before them: an index over workspace and words would go
-- through all of the workspace's messages for every word.
DROP INDEX "hub_messages_workspace_id_words_idx";

DROP FUNCTION hub_lexemes(text);

-- Stems (Russian for Cyrillic words, English for Latin ones) beside the words as they were written, each behind its
-- workspace's id. A tsvector ends at 1 MB, so what is longer than any message is cut.
CREATE FUNCTION hub_lexemes(workspace integer, said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT array_to_tsvector(ARRAY(SELECT workspace || ':' || lexeme FROM unnest(tsvector_to_array(
    to_tsvector('pg_catalog.russian', folded) || to_tsvector('pg_catalog.simple', folded))) AS known (lexeme)))
  FROM (SELECT hub_fold(left(said, 100000)) AS folded OFFSET 0) AS once
$$;

CREATE OR REPLACE FUNCTION hub_messages_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  names text;
BEGIN
  IF NEW.deleted_at IS NOT NULL THEN
    NEW.words := NULL;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' OR NEW.message_id IS NOT NULL THEN
    SELECT string_agg(concat_ws(' ', a.file_name, f.file_name), ' ') INTO names
    FROM attachments a LEFT JOIN files f ON f.id = a.file_id
    WHERE a.hub_message_id = NEW.id OR a.message_id = NEW.message_id;
  END IF;
  NEW.words := hub_lexemes(NEW.workspace_id, concat_ws(' ', NEW.text, NEW.transcript, names));
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION hub_words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hub_words (workspace_id, word)
  SELECT DISTINCT m.workspace_id, w.word
  FROM added m, LATERAL (SELECT split_part(lexeme, ':', 2) FROM unnest(tsvector_to_array(m.words)) AS of_message (lexeme)) AS w (word)
  WHERE length(w.word) BETWEEN 2 AND 40
    AND NOT EXISTS (SELECT FROM hub_words k WHERE k.workspace_id = m.workspace_id AND k.word = w.word)
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION hub_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hub_words (workspace_id, word)
  SELECT DISTINCT m.workspace_id, w.word
  FROM added m JOIN former o ON o.id = m.id AND o.words IS DISTINCT FROM m.words,
    LATERAL (SELECT split_part(lexeme, ':', 2) FROM unnest(tsvector_to_array(m.words)) AS of_message (lexeme)) AS w (word)
  WHERE length(w.word) BETWEEN 2 AND 40
    AND NOT EXISTS (SELECT FROM hub_words k WHERE k.workspace_id = m.workspace_id AND k.word = w.word)
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

-- What was stored before.
UPDATE "hub_messages" SET "text" = "text";

-- CreateIndex
-- Without a list of pending entries, which every search would have to read through.
CREATE INDEX "hub_messages_words_idx" ON "hub_messages" USING GIN ("words") WITH (fastupdate = off);

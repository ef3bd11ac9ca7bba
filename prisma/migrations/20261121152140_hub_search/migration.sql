-- Lets one GIN index hold the workspace beside the words, so that no workspace searches another's.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateTable
-- By the bytes of its letters, so that the beginning of a word is a range of the index in every locale.
CREATE TABLE "hub_words" (
    "workspace_id" INTEGER NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "hub_words_pkey" PRIMARY KEY ("workspace_id","word")
);

-- AddForeignKey
ALTER TABLE "hub_words" ADD CONSTRAINT "hub_words_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The same folding as server/domain/knowledge/fold-text.ts, with nothing but words left between blanks.
CREATE FUNCTION hub_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    replace(translate(lower(normalize(said, NFKC)), 'ёčćžšáéíóúàèìòùâêîôûäöüñ', 'еcczsaeiouaeiouaeiouaoun'), 'đ', 'dj'),
    '[^[:alnum:]]+', ' ', 'g')
$$;

-- Stems (Russian for Cyrillic words, English for Latin ones) beside the words as they were written. A tsvector ends at
-- 1 MB, so what is longer than any message is cut.
CREATE FUNCTION hub_lexemes(said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT strip(to_tsvector('pg_catalog.russian', folded) || to_tsvector('pg_catalog.simple', folded))
  FROM (SELECT hub_fold(left(said, 100000)) AS folded OFFSET 0) AS once
$$;

CREATE FUNCTION hub_messages_words() RETURNS trigger LANGUAGE plpgsql AS $$
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
  NEW.words := hub_lexemes(concat_ws(' ', NEW.text, NEW.transcript, names));
  RETURN NEW;
END
$$;

CREATE TRIGGER hub_messages_words BEFORE INSERT OR UPDATE OF text, transcript, message_id, deleted_at ON "hub_messages"
  FOR EACH ROW EXECUTE FUNCTION hub_messages_words();

-- Files come after their message, and get their names later still.
CREATE FUNCTION attachments_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE hub_messages SET text = text WHERE id = NEW.hub_message_id OR message_id = NEW.message_id;
  RETURN NULL;
END
$$;

CREATE TRIGGER attachments_words AFTER INSERT ON "attachments"
  FOR EACH ROW WHEN (NEW.file_name IS NOT NULL OR NEW.file_id IS NOT NULL) EXECUTE FUNCTION attachments_words();
CREATE TRIGGER attachments_words_change AFTER UPDATE OF file_name, file_id ON "attachments"
  FOR EACH ROW WHEN (OLD.file_name IS DISTINCT FROM NEW.file_name OR OLD.file_id IS DISTINCT FROM NEW.file_id)
  EXECUTE FUNCTION attachments_words();

-- In the words' order, so that two who bring the same new words do not wait for each other in a ring.
CREATE FUNCTION hub_words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hub_words (workspace_id, word)
  SELECT DISTINCT m.workspace_id, w.word
  FROM added m, LATERAL unnest(tsvector_to_array(m.words)) AS w (word)
  WHERE length(w.word) BETWEEN 2 AND 40
    AND NOT EXISTS (SELECT FROM hub_words k WHERE k.workspace_id = m.workspace_id AND k.word = w.word)
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER hub_words_added AFTER INSERT ON "hub_messages"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION hub_words_added();

CREATE FUNCTION hub_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO hub_words (workspace_id, word)
  SELECT DISTINCT m.workspace_id, w.word
  FROM added m JOIN former o ON o.id = m.id AND o.words IS DISTINCT FROM m.words,
    LATERAL unnest(tsvector_to_array(m.words)) AS w (word)
  WHERE length(w.word) BETWEEN 2 AND 40
    AND NOT EXISTS (SELECT FROM hub_words k WHERE k.workspace_id = m.workspace_id AND k.word = w.word)
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER hub_words_changed AFTER UPDATE ON "hub_messages"
  REFERENCING NEW TABLE AS added OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION hub_words_changed();

-- Beginnings of words and words spelt almost alike share trigrams. The threshold lets one slip in a word of four letters
-- through; who asks measures the distance.
CREATE FUNCTION hub_similar_words(workspace integer, typed text) RETURNS SETOF text LANGUAGE sql STABLE
  SET pg_trgm.similarity_threshold = 0.23 AS $$
  SELECT word FROM hub_words WHERE workspace_id = workspace AND word % typed
  ORDER BY similarity(word, typed) DESC, word LIMIT 100
$$;

-- What was stored before.
UPDATE "hub_messages" SET "text" = "text";

-- CreateIndex
CREATE INDEX "hub_words_workspace_id_word_idx" ON "hub_words" USING GIN ("workspace_id" int4_ops, "word" gin_trgm_ops);

-- CreateIndex
-- Without a list of pending entries, which every search would have to read through.
CREATE INDEX "hub_messages_workspace_id_words_idx" ON "hub_messages" USING GIN ("workspace_id" int4_ops, "words" tsvector_ops) WITH (fastupdate = off);

-- The rare ones among many, newest first. Prisma's schema knows no partial indexes.
CREATE INDEX "hub_messages_urgent_idx" ON "hub_messages" ("workspace_id", "sent_at", "id") WHERE "urgent";
CREATE INDEX "hub_messages_has_file_idx" ON "hub_messages" ("workspace_id", "sent_at", "id") WHERE "has_file";

-- position and hash are given by the sealer; audit_head is how far the chain reaches.

CREATE TABLE audit (
  audit_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  actor    TEXT   NOT NULL,
  action   TEXT   NOT NULL,
  subject  TEXT   NOT NULL,
  detail   TEXT   NOT NULL,
  written_at BIGINT NOT NULL,
  position BIGINT NULL,
  hash     BLOB   NULL,
  CHECK ((position IS NULL) = (hash IS NULL))
);
CREATE UNIQUE INDEX audit_chain ON audit (position) WHERE position IS NOT NULL;
CREATE INDEX audit_unsealed ON audit (audit_id) WHERE position IS NULL;
CREATE INDEX audit_of_subject ON audit (subject, written_at);

CREATE TABLE audit_head (
  head_id  SMALLINT NOT NULL PRIMARY KEY CHECK (head_id = 1),
  position BIGINT   NOT NULL,
  hash     BLOB     NOT NULL
);
INSERT INTO audit_head (head_id, position, hash) VALUES (1, 0, x'');

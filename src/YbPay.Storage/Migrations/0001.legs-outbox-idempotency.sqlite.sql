-- Times are milliseconds since 1970 UTC, amounts fen.

CREATE TABLE legs (
  leg_id     TEXT     NOT NULL PRIMARY KEY,
  owner_id   TEXT     NOT NULL,
  kind       TEXT     NOT NULL,
  state      SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 3),
  amount     BIGINT   NOT NULL,
  request    BLOB     NULL,
  answer     BLOB     NULL,
  reference  TEXT     NULL,
  note       TEXT     NULL,
  attempts   BIGINT   NOT NULL DEFAULT 0,
  created_at BIGINT   NOT NULL,
  updated_at BIGINT   NOT NULL,
  next_at    BIGINT   NULL,
  CHECK ((next_at IS NULL) = (state IN (1, 2)))
);
CREATE INDEX legs_of_owner ON legs (owner_id, created_at);
CREATE INDEX legs_due ON legs (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE outbox (
  message_id TEXT     NOT NULL PRIMARY KEY,
  topic      TEXT     NOT NULL,
  owner_id   TEXT     NOT NULL,
  receiver   TEXT     NOT NULL,
  body       BLOB     NOT NULL,
  state      SMALLINT NOT NULL CHECK (state BETWEEN 0 AND 2),
  attempts   BIGINT   NOT NULL DEFAULT 0,
  round      BIGINT   NOT NULL DEFAULT 0,
  created_at BIGINT   NOT NULL,
  queued_at  BIGINT   NOT NULL,
  next_at    BIGINT   NULL,
  settled_at BIGINT   NULL,
  CHECK ((next_at IS NOT NULL) = (state = 0))
);
CREATE INDEX outbox_of_owner ON outbox (owner_id, created_at);
CREATE INDEX outbox_due ON outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_dead ON outbox (created_at) WHERE state = 2;

CREATE TABLE outbox_attempts (
  message_id TEXT     NOT NULL REFERENCES outbox (message_id),
  number     BIGINT   NOT NULL,
  attempted_at BIGINT NOT NULL,
  outcome    SMALLINT NOT NULL CHECK (outcome IN (1, 2)),
  note       TEXT     NOT NULL,
  PRIMARY KEY (message_id, number)
);

CREATE TABLE idempotency (
  scope      TEXT   NOT NULL,
  key        TEXT   NOT NULL,
  digest     TEXT   NOT NULL,
  answer     BLOB   NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_expiry ON idempotency (expires_at);

-- One order: what the hospital uploaded, what the core settled, what was paid and what went back. Amounts in fen, times in ms.
CREATE TABLE orders (
  pay_ord_id            TEXT     NOT NULL PRIMARY KEY,
  org_codg              TEXT     NOT NULL,
  app_id                TEXT     NOT NULL,
  med_org_ord           TEXT     NOT NULL,
  upload_digest         TEXT     NOT NULL,
  state                 BIGINT   NOT NULL,
  version               BIGINT   NOT NULL DEFAULT 0,
  pay_token_hash        TEXT     NOT NULL,
  person_index          TEXT     NOT NULL,
  person                BLOB     NOT NULL,
  fee_type              TEXT     NOT NULL,
  mdtrt_id              TEXT     NULL,
  core_mdtrt_id         TEXT     NULL,
  chrg_bchno            TEXT     NOT NULL,
  med_type              TEXT     NOT NULL,
  insutype              TEXT     NOT NULL,
  psn_setlway           TEXT     NOT NULL,
  acct_used_flag        TEXT     NOT NULL,
  mid_setl_flag         TEXT     NOT NULL DEFAULT '0',
  fee_sum               BIGINT   NOT NULL CHECK (fee_sum > 0),
  fund                  BIGINT   NULL,
  psn_acct              BIGINT   NULL,
  cash                  BIGINT   NULL,
  other                 BIGINT   NULL,
  deposit_asked         BIGINT   NOT NULL DEFAULT 0,
  deposit_used          BIGINT   NOT NULL DEFAULT 0,
  cash_due              BIGINT   NOT NULL DEFAULT 0,
  cash_paid             BIGINT   NOT NULL DEFAULT 0,
  cash_refund_held      BIGINT   NOT NULL DEFAULT 0,
  insurance_refund_held SMALLINT NOT NULL DEFAULT 0,
  refund_open           TEXT     NULL,
  setl_id               TEXT     NULL,
  settle_leg            TEXT     NULL,
  cash_leg              TEXT     NULL,
  settled_at            BIGINT   NULL,
  paid_at               BIGINT   NULL,
  revs_used             SMALLINT NOT NULL DEFAULT 0,
  created_at            BIGINT   NOT NULL,
  updated_at            BIGINT   NOT NULL,
  closes_at             BIGINT   NOT NULL,
  CHECK (cash_paid >= 0 AND cash_paid <= cash_due),
  CHECK (cash_refund_held >= 0 AND cash_refund_held <= cash_paid),
  CHECK (insurance_refund_held IN (0, 1)),
  CHECK (fund IS NULL OR fund + psn_acct + cash + other = fee_sum),
  CHECK (cash IS NULL OR cash = cash_due + deposit_used)
);

-- A hospital's order number is free again only when no money stands on it (states 1200 and 1300).
CREATE UNIQUE INDEX orders_med_org_ord ON orders (org_codg, med_org_ord) WHERE state NOT IN (1200, 1300);
CREATE INDEX orders_closing ON orders (closes_at) WHERE state IN (110, 200, 400, 1500);

-- The uploaded message as it came, sealed; unknown members are kept with it.
CREATE TABLE bills (
  pay_ord_id TEXT NOT NULL PRIMARY KEY,
  message    BLOB NOT NULL
);

CREATE TABLE refunds (
  refd_sn         TEXT     NOT NULL PRIMARY KEY,
  org_codg        TEXT     NOT NULL,
  app_id          TEXT     NOT NULL,
  pay_ord_id      TEXT     NOT NULL,
  app_refd_sn     TEXT     NOT NULL,
  digest          TEXT     NOT NULL,
  kind            BIGINT   NOT NULL,
  insurance       BIGINT   NOT NULL CHECK (insurance >= 0),
  cash            BIGINT   NOT NULL CHECK (cash >= 0),
  deposit         BIGINT   NOT NULL CHECK (deposit >= 0),
  insurance_done  SMALLINT NOT NULL DEFAULT 0,
  cash_done       SMALLINT NOT NULL DEFAULT 0,
  status          BIGINT   NOT NULL,
  hi_sn           TEXT     NULL,
  hi_at           BIGINT   NULL,
  note            TEXT     NULL,
  created_at      BIGINT   NOT NULL,
  updated_at      BIGINT   NOT NULL
);

CREATE UNIQUE INDEX refunds_app_refd_sn ON refunds (app_id, app_refd_sn);
CREATE INDEX refunds_pay_ord_id ON refunds (pay_ord_id);

-- Credentials: QR codes, ecTokens, payment authorisations. Values hashed, persons sealed.
CREATE TABLE vouchers (
  value_hash TEXT   NOT NULL PRIMARY KEY,
  kind       BIGINT NOT NULL,
  person     BLOB   NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX vouchers_expires_at ON vouchers (expires_at);

-- First answers to envelopes, kept as long as an envelope may be repeated.
CREATE TABLE replays (
  envelope_key TEXT   NOT NULL PRIMARY KEY,
  path         TEXT   NOT NULL,
  answer       BLOB   NOT NULL,
  expires_at   BIGINT NOT NULL
);

CREATE INDEX replays_expires_at ON replays (expires_at);

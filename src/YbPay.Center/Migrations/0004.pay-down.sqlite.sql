-- What the bureau's accounts paid of the cash (5369, 5373, 5379) as the core says it; cash that went back because they had paid it too; what a
-- channel says it took where that is not what was asked.
-- SQLite cannot change a table's checks, so the table is made anew.
CREATE TABLE orders_paid_down (
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
  via                   TEXT     NOT NULL DEFAULT '',
  closing_put_off_to    BIGINT   NULL,
  paid_down             BIGINT   NOT NULL DEFAULT 0,
  cash_surplus          BIGINT   NOT NULL DEFAULT 0,
  cash_reported         BIGINT   NULL,
  CHECK (cash_paid >= 0 AND cash_paid <= cash_due),
  CHECK (cash_refund_held >= 0 AND cash_refund_held <= cash_paid),
  CHECK (insurance_refund_held IN (0, 1)),
  CHECK (fund IS NULL OR fund + psn_acct + cash + other = fee_sum),
  CHECK (cash IS NULL OR cash = paid_down + deposit_used + cash_due),
  CHECK (paid_down >= 0 AND cash_surplus >= 0)
);

INSERT INTO orders_paid_down (
  pay_ord_id, org_codg, app_id, med_org_ord, upload_digest, state, version, pay_token_hash, person_index, person, fee_type, mdtrt_id, core_mdtrt_id, chrg_bchno, med_type,
  insutype, psn_setlway, acct_used_flag, mid_setl_flag, fee_sum, fund, psn_acct, cash, other, deposit_asked, deposit_used, cash_due, cash_paid, cash_refund_held,
  insurance_refund_held, refund_open, setl_id, settle_leg, cash_leg, settled_at, paid_at, revs_used, created_at, updated_at, closes_at, via, closing_put_off_to)
SELECT
  pay_ord_id, org_codg, app_id, med_org_ord, upload_digest, state, version, pay_token_hash, person_index, person, fee_type, mdtrt_id, core_mdtrt_id, chrg_bchno, med_type,
  insutype, psn_setlway, acct_used_flag, mid_setl_flag, fee_sum, fund, psn_acct, cash, other, deposit_asked, deposit_used, cash_due, cash_paid, cash_refund_held,
  insurance_refund_held, refund_open, setl_id, settle_leg, cash_leg, settled_at, paid_at, revs_used, created_at, updated_at, closes_at, via, closing_put_off_to
FROM orders;

DROP TABLE orders;
ALTER TABLE orders_paid_down RENAME TO orders;

CREATE UNIQUE INDEX orders_med_org_ord ON orders (org_codg, med_org_ord) WHERE state NOT IN (1200, 1300);
CREATE INDEX orders_closing ON orders ((COALESCE(closing_put_off_to, closes_at))) WHERE state IN (110, 200, 400, 1500);

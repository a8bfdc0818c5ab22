-- An order of the centre may ask for its cash more than once, under another number each time: when accounts paid some of it meanwhile.
CREATE TABLE hospital_own_order_numbered (
  org_codg TEXT NOT NULL,
  pay_ord_id TEXT NOT NULL,
  out_trade_no TEXT NOT NULL DEFAULT '',
  own_no TEXT NOT NULL UNIQUE,
  chnl_type TEXT NOT NULL CHECK (chnl_type IN ('WX', 'ALI')),
  amount BIGINT NOT NULL CHECK (amount > 0),
  status TEXT NOT NULL CHECK (status IN ('WAIT', 'PAID', 'CLOSED')),
  refunded BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  paid_at BIGINT,
  PRIMARY KEY (org_codg, pay_ord_id, out_trade_no),
  CHECK ((status = 'PAID') = (paid_at IS NOT NULL)),
  CHECK (refunded >= 0 AND refunded <= amount AND (refunded = 0 OR status = 'PAID'))
);

INSERT INTO hospital_own_order_numbered (org_codg, pay_ord_id, own_no, chnl_type, amount, status, refunded, created_at, paid_at)
SELECT org_codg, pay_ord_id, own_no, chnl_type, amount, status, refunded, created_at, paid_at FROM hospital_own_order;

DROP TABLE hospital_own_order;
ALTER TABLE hospital_own_order_numbered RENAME TO hospital_own_order;

-- A hospital's own orders at WeChat or Alipay (6204): one for each order of the centre.
CREATE TABLE hospital_own_order (
  org_codg TEXT NOT NULL,
  pay_ord_id TEXT NOT NULL,
  own_no TEXT NOT NULL UNIQUE,
  chnl_type TEXT NOT NULL CHECK (chnl_type IN ('WX', 'ALI')),
  amount BIGINT NOT NULL CHECK (amount > 0),
  status TEXT NOT NULL CHECK (status IN ('WAIT', 'PAID', 'CLOSED')),
  refunded BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  paid_at BIGINT,
  PRIMARY KEY (org_codg, pay_ord_id),
  CHECK ((status = 'PAID') = (paid_at IS NOT NULL)),
  CHECK (refunded >= 0 AND refunded <= amount AND (refunded = 0 OR status = 'PAID'))
);
CREATE TABLE hospital_own_refund (
  org_codg TEXT NOT NULL,
  out_refund_no TEXT NOT NULL,
  refund_no TEXT NOT NULL UNIQUE,
  pay_ord_id TEXT NOT NULL,
  amount BIGINT NOT NULL CHECK (amount > 0),
  status TEXT NOT NULL CHECK (status IN ('DONE', 'REFUSED')),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (org_codg, out_refund_no)
);

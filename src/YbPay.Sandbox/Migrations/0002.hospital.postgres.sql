CREATE TABLE hospital_delivery (
  delivery_id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  org_codg TEXT NOT NULL,
  topic TEXT NOT NULL,
  pay_ord_id TEXT NOT NULL,
  data BYTEA NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('ok', 'fail', 'down')),
  received_at BIGINT NOT NULL
);
CREATE INDEX hospital_delivery_of ON hospital_delivery (org_codg, delivery_id);
CREATE TABLE hospital_settled (
  org_codg TEXT NOT NULL,
  topic TEXT NOT NULL,
  pay_ord_id TEXT NOT NULL,
  settled_at BIGINT NOT NULL,
  PRIMARY KEY (org_codg, topic, pay_ord_id)
);

-- An order of the centre may ask for its cash more than once, under another number each time: when accounts paid some of it meanwhile.
ALTER TABLE hospital_own_order ADD COLUMN out_trade_no TEXT NOT NULL DEFAULT '';
ALTER TABLE hospital_own_order DROP CONSTRAINT hospital_own_order_pkey;
ALTER TABLE hospital_own_order ADD PRIMARY KEY (org_codg, pay_ord_id, out_trade_no);

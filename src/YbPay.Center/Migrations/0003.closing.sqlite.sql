-- closes_at is the patient's limit and never moves. When a closing that was refused is tried next stands beside it.
ALTER TABLE orders ADD COLUMN closing_put_off_to BIGINT NULL;

DROP INDEX orders_closing;

CREATE INDEX orders_closing ON orders ((COALESCE(closing_put_off_to, closes_at))) WHERE state IN (110, 200, 400, 1500);
